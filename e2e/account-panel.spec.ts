import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

import {
  fact,
  idOf,
  newBadge,
  openPart,
  overflowOf,
  panel,
  pressUntil,
} from './account-panel-places.ts'
import {
  expect,
  expectNoAxeViolations,
  inBothSchemes,
  openRowMenu,
  row,
  rowAction,
  test,
} from './fixtures.ts'

const run = promisify(execFile)

test('an account is given to an identity and taken away again, by keyboard alone', async ({
  page,
  request,
  muster,
}) => {
  const badge = await newBadge(page, request, muster)
  await openPart(page, badge.id, '?part=correlation')
  await expect(fact(page, 'Belongs to')).toHaveText('Nobody')

  await pressUntil(page, 'Tab', /^Reassign/)
  await page.keyboard.press('Enter')
  const picker = page.getByRole('dialog', { name: /^Who is to own/ })
  await expect(picker.getByRole('searchbox')).toBeFocused()
  await page.keyboard.type('Sentinel Sample')
  await expect(picker.getByText('1 identity found')).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const question = page.getByRole('dialog', { name: /^Give .* to Sentinel Sample/ })
  await expect(question).toContainText('belongs to nobody now')
  await pressUntil(page, 'Tab', /^Reassign to Sentinel Sample/)
  await page.keyboard.press('Enter')

  await expect(fact(page, 'Belongs to')).toHaveText('Sentinel Sample')
  await expect(fact(page, 'How')).toHaveText('By hand')
  await expect(page.getByText(`${badge.holder}: reassigned`)).toBeAttached()
  await page.reload()
  await expect(fact(page, 'Belongs to')).toHaveText('Sentinel Sample')

  await pressUntil(page, 'Tab', /^Uncorrelate/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toContainText('belongs to nobody')
  await pressUntil(page, 'Tab', /^Uncorrelate account/)
  await page.keyboard.press('Enter')
  await expect(fact(page, 'Belongs to')).toHaveText('Nobody')
})

test('in the identity’s tab the same, and an account that is taken away leaves the tab', async ({
  page,
  request,
  muster,
}) => {
  const badge = await newBadge(page, request, muster)
  await openPart(page, badge.id, '?part=correlation&layer=reassign')
  const picker = page.getByRole('dialog', { name: /^Who is to own/ })
  await picker.getByRole('searchbox').fill('Sentinel Sample')
  await picker.getByRole('button', { name: /^Sentinel Sample/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Reassign to' }).click()
  await page
    .getByRole('complementary')
    .getByRole('link', { name: 'Sentinel Sample' })
    .first()
    .click()

  // The list that is left has the account as well.
  await expect(page.getByRole('heading', { level: 1, name: 'Sentinel Sample' })).toBeVisible()
  await expect(row(page, badge.holder)).toBeVisible()
  await openRowMenu(page, badge.holder)
  await page.getByRole('menuitem', { name: 'Reassign' }).click()
  await expect(page).toHaveURL(/\/identities\/\w+\/accounts\/\w+\?part=correlation&layer=reassign/)
  await expect(picker).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(/part=correlation$/)
  await panel(page, badge.holder).getByRole('button', { name: 'Uncorrelate' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Uncorrelate account' }).click()
  await expect(row(page, badge.holder)).toHaveCount(0)
  await expect(fact(page, 'Belongs to')).toHaveText('Nobody')
})

test('an account of an authoritative source goes only once the name of its identity is typed', async ({
  page,
}) => {
  const query = new URLSearchParams({
    filters: 'source.displayableName eq "Workday HR" and uncorrelated eq false',
    sorters: '-name',
    limit: '1',
  })
  const [account] = await (await page.request.get(`/api/v2024/accounts?${query}`)).json()
  await openPart(page, account.id, '?part=correlation')
  const started: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'PUT') started.push(new URL(request.url()).pathname)
  })
  await page.getByRole('complementary').getByRole('button', { name: 'Uncorrelate' }).click()
  const question = page.getByRole('dialog')
  await expect(question).toContainText(`${account.identity.name}, they become uncorrelated`)
  const button = question.getByRole('button', { name: 'Uncorrelate account' })
  await expect(button).toHaveAttribute('aria-disabled', 'true')
  await question.getByRole('textbox').fill('Somebody else')
  await button.click({ force: true })
  await question.getByRole('textbox').press('Enter')
  await expect(question).toBeVisible()
  await inBothSchemes(page, () => expectNoAxeViolations(page))
  expect(started).toEqual([])

  await question.getByRole('textbox').fill(account.identity.name)
  await button.click()
  await expect(fact(page, 'Belongs to')).toHaveText('Nobody')
  expect(started).toEqual([expect.stringMatching(/^\/api\/console\/runs\/[\da-f-]{36}$/)])
})

test('a refused reassignment is told in the tenant’s words, and the account stays where it was', async ({
  page,
  onFaultyWay,
}) => {
  const { url, way } = await onFaultyWay()
  const words = 'The request was syntactically correct but its content is wrong.'
  way.goWrong(({ method }) =>
    method === 'PATCH' ? { is: 'answer', status: 400, words } : undefined,
  )
  await page.goto(`${url}/accounts?q=sentinel-ordinary`)
  await rowAction(page, 'sentinel-ordinary', 'Reassign')
  const picker = page.getByRole('dialog', { name: /^Who is to own/ })
  await picker.getByRole('searchbox').fill('Sentinel Nologin')
  await picker.getByRole('button', { name: /^Sentinel Nologin/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Reassign to' }).click()
  const alert = page.getByRole('alert').filter({ hasText: 'Could not reassign' })
  await expect(alert).toContainText(words)
  await expect(alert.getByRole('button', { name: /tracking id/ })).toBeVisible()
  await expectNoAxeViolations(page)
  await expect(fact(page, 'Belongs to')).toHaveText('Sentinel Sample')
})

test('the helpdesk sees why it may not, and reads what the account itself says', async ({
  page,
  startTenant,
  startMuster,
}) => {
  test.setTimeout(120_000)
  const tenant = await startTenant()
  const helpdesk = await startMuster({
    SAIL_BASE_URL: tenant.url,
    SAIL_CLIENT_ID: 'demo-helpdesk',
    SAIL_CLIENT_SECRET: 'demo-helpdesk-secret',
  })
  const query = new URLSearchParams({ filters: 'name eq "sentinel-ordinary"' })
  const [account] = await (
    await page.request.get(`${helpdesk.url}/api/v2024/accounts?${query}`)
  ).json()
  const url = `${helpdesk.url}/accounts/${account.id}`
  await page.goto(`${url}?part=correlation&layer=reassign`)
  const reason = 'It needs the user level ORG_ADMIN, SOURCE_ADMIN, SOURCE_SUBADMIN'
  await expect(page.getByText(reason)).toHaveCount(2)
  for (const name of ['Reassign', 'Uncorrelate']) {
    await expect(page.getByRole('button', { name, exact: true })).toBeDisabled()
  }
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await page.goto(`${url}?layer=edit`)
  await expect(page.getByRole('alert').filter({ hasText: reason })).toBeVisible()
  await page.goto(url)
  await expect(fact(page, 'sAMAccountName')).toContainText('sentinel-ordinary')

  await page.getByRole('link', { name: 'Entitlements' }).click()
  await page.getByRole('complementary').locator('li a').first().click()
  await expect(page.getByText('the tenant does not let you read more')).toBeVisible()
  await expect(fact(page, 'Object type')).toHaveText('group')
  await expect(page.getByRole('alert')).toHaveCount(0)
})

test('what is copied as curl reads the account at the tenant', async ({
  page,
  context,
  request,
  muster,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const id = await idOf(page, 'sentinel-ordinary')
  await openPart(page, id, '')
  await page.getByRole('button', { name: 'Copy', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Copy as curl' }).click()
  const copied = () => page.evaluate(() => navigator.clipboard.readText())
  await expect.poll(copied).toMatch(/^curl /)
  const tenant = /Tenant: embedded, (\S+)/.exec(muster.output())?.[1]
  const answer = await request.post(`${tenant}/oauth/token`, {
    form: {
      grant_type: 'client_credentials',
      client_id: 'demo-admin',
      client_secret: 'demo-admin-secret',
    },
  })
  const { access_token: TOKEN } = await answer.json()
  const { stdout } = await run('/bin/sh', ['-c', await copied()], {
    env: { ...process.env, TOKEN },
  })
  expect(JSON.parse(stdout)).toMatchObject({ id, name: 'sentinel-ordinary' })

  await page.getByRole('button', { name: 'Copy', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Copy id' }).click()
  await expect.poll(copied).toBe(id)
})

test('a flat file account is deleted, and the question says what may bring it back', async ({
  page,
  request,
  muster,
}) => {
  const badge = await newBadge(page, request, muster)
  await openPart(page, badge.id, `?q=${encodeURIComponent(badge.number)}`)
  await page.getByRole('complementary').getByRole('button', { name: 'Actions' }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await expect(page.getByRole('dialog')).toContainText('uploaded again')
  await page.getByRole('dialog').getByRole('button', { name: 'Delete account' }).click()
  await expect(page.getByText('no longer in the tenant')).toBeVisible()
  await expect(row(page, badge.holder)).toHaveCount(0)
})

for (const part of ['attributes', 'entitlements', 'correlation', 'json']) {
  for (const home of ['the list', 'the identity'] as const) {
    test(`${part} beside ${home}: axe finds nothing, and nothing is cut off at 360 px`, async ({
      page,
    }) => {
      test.setTimeout(120_000)
      const id = await idOf(page, 'sentinel-ordinary')
      const { identityId } = await (await page.request.get(`/api/v2024/accounts/${id}`)).json()
      const above = home === 'the list' ? '' : `/identities/${identityId}`
      await page.goto(`${above}/accounts/${id}?q=sentinel-ordinary&part=${part}`)
      await expect(page.getByText('Native identity').first()).toBeVisible()
      await expect(page.getByRole('complementary').locator('[aria-busy=true]')).toHaveCount(0)
      await inBothSchemes(page, () => expectNoAxeViolations(page))
      await page.setViewportSize({ width: 360, height: 740 })
      await expect.poll(() => overflowOf(page)).toEqual([0, 0])
    })
  }
}
