import { expect, expectNoAxeViolations, hold, inBothSchemes, test } from './fixtures.ts'
import { accountsOf, readAccount, rowOf, strays, uncorrelate } from './uncorrelated-strays.ts'

const LIST = /\/api\/console\/uncorrelated\?/

test('a suggestion says who and why; accepted, it is told once the tenant shows it', async ({
  page,
}) => {
  const [account] = await strays(page, 1)
  if (!account) return
  await page.goto('/overview')
  await page
    .getByRole('navigation', { name: 'Main navigation' })
    .getByRole('link', { name: 'Uncorrelated' })
    .click()
  const row = rowOf(page, account)
  await expect(row.getByRole('link', { name: account.owner, exact: true })).toBeVisible()
  await expect(row.getByRole('list', { name: `Why ${account.owner}` })).toContainText('Email')
  await expect(row).toContainText('Score 100 of 100')

  const release = await hold(page, /\/api\/console\/runs$/)
  await row.getByRole('button', { name: /^Accept / }).click()
  await expect(row).toContainText('Waiting')
  await expect(row).not.toContainText('Belongs to')
  expect((await readAccount(page, account.id)).uncorrelated).toBe(true)
  release()
  await expect(row).toContainText(`Belongs to ${account.owner}`)
  const after = await readAccount(page, account.id)
  expect(after).toMatchObject({ uncorrelated: false, identityId: account.identityId })
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Uncorrelated' })).toBeVisible()
  await expect(rowOf(page, account)).toHaveCount(0)
})

test('several are accepted after a list of them; who failed is named with the words of the tenant', async ({
  page,
}) => {
  const [failing, ...others] = await strays(page, 3)
  if (!failing) return
  await page.goto('/uncorrelated')
  await expect(rowOf(page, failing)).toBeVisible()
  // Only these: whatever else is selected by itself is not part of the story.
  await page.getByRole('button', { name: 'Select none' }).click()
  for (const account of [failing, ...others]) {
    await rowOf(page, account).getByRole('checkbox').check()
  }
  // Meanwhile the person leaves: without an account of the source that vouches for them, the
  // tenant takes nothing more for the identity.
  const vouching = `identityId eq "${failing.identityId}" and source.authoritative eq true`
  for (const { id } of await accountsOf(page, vouching)) await uncorrelate(page, id)

  await page.getByRole('button', { name: 'Accept 3 suggestions' }).click()
  const question = page.getByRole('dialog', { name: 'Accept 3 suggestions?' })
  for (const { name, owner } of [failing, ...others]) {
    await expect(question.getByRole('listitem').filter({ hasText: name })).toContainText(owner)
  }
  await question.getByRole('button', { name: 'Accept 3 suggestions' }).click()

  const outcome = page.getByRole('region', { name: 'What became of it' })
  await expect(outcome).toContainText('2 accounts correlated, 1 failed')
  const named = outcome.getByRole('listitem')
  await expect(named).toHaveCount(1)
  await expect(named).toContainText(failing.name)
  await expect(named).toContainText(`there is no identity ${failing.identityId}`)
  await expect(named).toContainText('Tracking id')
  for (const account of others) {
    await expect(rowOf(page, account)).toContainText(`Belongs to ${account.owner}`)
    expect((await readAccount(page, account.id)).identityId).toBe(account.identityId)
  }
  await expect(rowOf(page, failing)).toContainText('Failed')
  expect((await readAccount(page, failing.id)).uncorrelated).toBe(true)
  await inBothSchemes(page, () => expectNoAxeViolations(page))

  await outcome.getByRole('link', { name: 'Open the run' }).click()
  await expect(page.getByRole('heading', { name: 'Correlate 3 accounts' })).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Put back the owners of 2 accounts?',
  )
  await expect(page.getByText('Uncorrelated').last()).toBeVisible()
  await inBothSchemes(page, () => expectNoAxeViolations(page))
})

test('an account that found an owner meanwhile is not taken from them', async ({ page }) => {
  const [account, other] = await strays(page, 2)
  if (!account || !other) return
  await page.goto('/uncorrelated')
  await expect(rowOf(page, account)).toBeVisible()
  const answer = await page.request.patch(`/api/v2024/accounts/${account.id}`, {
    headers: { 'content-type': 'application/json-patch+json' },
    data: [{ op: 'replace', path: '/identityId', value: other.identityId }],
  })
  expect(answer.status()).toBe(202)
  await rowOf(page, account)
    .getByRole('button', { name: /^Accept / })
    .click()
  await expect(rowOf(page, account)).toContainText(`It belongs to ${other.owner} by now`)
  expect((await readAccount(page, account.id)).identityId).toBe(other.identityId)
})

test('who may not correlate is told why, and cannot try it again', async ({
  page,
  muster,
  startMuster,
}) => {
  const [account] = await strays(page, 1)
  const tenant = /Tenant: embedded, (\S+)/.exec(muster.output())?.[1]
  if (!account || !tenant) throw new Error('The tenant has no address')
  const auditor = await startMuster({
    SAIL_BASE_URL: tenant,
    SAIL_CLIENT_ID: 'demo-auditor',
    SAIL_CLIENT_SECRET: 'demo-auditor-secret',
  })
  await page.goto(`${auditor.url}/uncorrelated`)
  const accept = rowOf(page, account).getByRole('button', { name: /^Accept / })
  await accept.click({ timeout: 30_000 })
  await expect(rowOf(page, account)).toContainText('Failed')
  await expect(accept).toHaveAttribute('aria-disabled', 'true')
  await expect(accept).toHaveAccessibleDescription(/^Not possible: \S/)
  await expect(rowOf(page, account).getByRole('checkbox')).toHaveCount(0)
  expect((await readAccount(page, account.id)).uncorrelated).toBe(true)
})

test('skipped and marked accounts leave the list, stand under their filter, and come back', async ({
  page,
  browser,
}) => {
  const [skipped, machine] = await strays(page, 2)
  if (!skipped || !machine) return
  await page.goto('/uncorrelated')
  await rowOf(page, skipped)
    .getByRole('button', { name: /^More for/ })
    .click()
  await page.getByRole('menuitem', { name: 'Skip' }).click()
  await expect(rowOf(page, skipped)).toHaveCount(0)
  await rowOf(page, machine)
    .getByRole('button', { name: /^More for/ })
    .click()
  await page.getByRole('menuitem', { name: 'Not a person' }).click()
  await expect(rowOf(page, machine)).toHaveCount(0)

  await page.reload()
  await expect(page.getByRole('table', { name: 'Uncorrelated accounts' })).toBeVisible()
  await expect(rowOf(page, machine)).toHaveCount(0)
  await page.getByRole('link', { name: 'Not a person (1)' }).click()
  await expect(page).toHaveURL(/show=machine/)
  const marked = page.getByRole('list', { name: 'Not a person' })
  await expect(marked).toContainText(machine.name)
  await expect(marked).toContainText('demo.admin')
  // Every operator sees it, whatever the browser.
  const elsewhere = await browser.newPage()
  await elsewhere.goto(page.url())
  await expect(elsewhere.getByRole('list', { name: 'Not a person' })).toContainText(machine.name)
  await elsewhere.close()
  await page.getByRole('button', { name: `Put ${machine.name} back to do` }).click()
  await expect(marked).toHaveCount(0)
  await page.getByRole('link', { name: 'Skipped (1)' }).click()
  await page.getByRole('button', { name: `Put ${skipped.name} back to do` }).click()
  await expect(page.getByText('Nothing is skipped')).toBeVisible()
  await page.getByRole('link', { name: 'To do' }).click()
  await expect(rowOf(page, skipped)).toBeVisible()
})

test('the owner can be somebody who was not suggested', async ({ page }) => {
  const [account, other] = await strays(page, 2)
  if (!account || !other) return
  await page.goto('/uncorrelated')
  await rowOf(page, account)
    .getByRole('button', { name: /^Choose other/ })
    .click()
  const picker = page.getByRole('dialog', { name: `Who owns ${account.name}?` })
  await picker.getByRole('searchbox', { name: 'Search identities' }).fill(other.owner)
  const found = picker.getByRole('list', { name: 'Identities found' })
  await expect(found).toContainText(other.owner)
  await expectNoAxeViolations(page)
  await found
    .getByRole('button', { name: new RegExp(`^${other.owner}`) })
    .first()
    .click()
  await expect(rowOf(page, account)).toContainText('Chosen by you')
  await rowOf(page, account)
    .getByRole('button', { name: `Accept ${other.owner} as the owner of ${account.name}` })
    .click()
  await expect(rowOf(page, account)).toContainText(`Belongs to ${other.owner}`)
  expect((await readAccount(page, account.id)).identityId).toBe(other.identityId)
})

test('two identities that fit as well are never selected by themselves', async ({ page }) => {
  const [account, other] = await strays(page, 2)
  if (!account || !other) return
  await page.route(LIST, async (route) => {
    const response = await route.fetch()
    const answer = await response.json()
    // Twins are rare in a small company: the second candidate is made as good as the first.
    for (const item of answer.items) {
      const [first] = item.suggestions
      if (item.account.id !== account.id || !first) continue
      const twin = { id: other.identityId, name: other.owner, alias: 'twin', email: '' }
      Object.assign(item, { isAmbiguous: true, isClear: false })
      item.suggestions = [first, { ...first, identity: twin }]
    }
    await route.fulfill({ response, json: answer })
  })
  await page.goto('/uncorrelated')
  const row = rowOf(page, account)
  await expect(row).toContainText('More than one identity fits about as well. Choose one.')
  await expect(row.getByRole('checkbox')).toHaveCount(0)
  await expect(row.getByRole('button', { name: /^Accept / })).toHaveCount(0)
  await row.getByRole('button', { name: `Choose the owner of ${account.name}` }).click()
  const suggested = page.getByRole('dialog').getByRole('button', { name: /Score \d+ of 100/ })
  await expect(suggested).toHaveCount(2)
  await suggested.first().click()
  await expect(row.getByRole('checkbox')).toBeChecked()
})

test('a file comes down with the selected owners, and goes up as a plan before anything is sent', async ({
  page,
}) => {
  const [account, unknown] = await strays(page, 2)
  if (!account || !unknown) return
  await page.goto('/uncorrelated')
  await expect(rowOf(page, account)).toBeVisible()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download CSV' }).click(),
  ])
  const chunks: Buffer[] = []
  for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk))
  const file = Buffer.concat(chunks).toString('utf8')
  const [head, ...lines] = file.replace('\uFEFF', '').trim().split('\r\n')
  expect(head).toBe('account,displayName,userName,type')
  const own = lines.find((line) => line.includes(account.nativeIdentity)) ?? ''
  expect(own).toContain(`,${account.name},`)

  const theirs = `"${unknown.nativeIdentity}",,nobody.at.all,`
  await page.getByLabel('CSV file with the owners of accounts').setInputFiles({
    name: 'owners.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from([head, own, theirs].join('\r\n')),
  })
  const plan = page.getByRole('dialog', { name: 'Owners from a file' })
  await expect(plan.getByRole('group', { name: 'Will be correlated (1)' })).toContainText(
    account.owner,
  )
  await expect(plan.getByRole('group', { name: 'Not possible (1)' })).toContainText(
    'There is no identity with the userName nobody.at.all.',
  )
  await expectNoAxeViolations(page)
  expect((await readAccount(page, account.id)).uncorrelated).toBe(true)
  await plan.getByRole('button', { name: 'Correlate 1 account' }).click()
  await expect(rowOf(page, account)).toContainText(`Belongs to ${account.owner}`)
  expect((await readAccount(page, account.id)).identityId).toBe(account.identityId)
  expect((await readAccount(page, unknown.id)).uncorrelated).toBe(true)
})

test('a file that names no columns is refused with the reason', async ({ page }) => {
  await strays(page, 1)
  await page.goto('/uncorrelated')
  await expect(page.getByRole('button', { name: 'Download CSV' })).toBeVisible()
  await page.getByLabel('CSV file with the owners of accounts').setInputFiles({
    name: 'notes.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('hello\nworld\n'),
  })
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText(
    'Its first line has to name the columns account and userName.',
  )
})

test('all of it can be done without a mouse, and the focus stays in the row', async ({ page }) => {
  const [account] = await strays(page, 1)
  if (!account) return
  await page.goto('/uncorrelated')
  const row = rowOf(page, account)
  await expect(row).toBeVisible()
  const focused = page.locator(':focus')
  const tabTo = async (name: RegExp) => {
    for (let press = 0; press < 200; press += 1) {
      const label = await focused.evaluateAll(
        ([element]) => element?.getAttribute('aria-label') ?? '',
      )
      if (name.test(label)) return
      await page.keyboard.press('Tab')
    }
    throw new Error(`Nothing like ${name} could be reached`)
  }
  await tabTo(new RegExp(`^Choose other: Choose the owner of ${account.name}`))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(focused).toHaveAccessibleName(/^Choose other/)
  await page.keyboard.press('Shift+Tab')
  await expect(focused).toHaveAccessibleName(/^Accept /)
  await page.keyboard.press('Enter')
  await expect(row).toContainText(`Belongs to ${account.owner}`)
  expect(await row.evaluate((element) => element.contains(document.activeElement))).toBe(true)
})
