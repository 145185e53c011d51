import { expect, expectNoAxeViolations, inBothSchemes, row, test } from './fixtures.ts'
import { bar, expectState, select, start } from './run-stage.ts'
import { overflow } from './source-stage.ts'

const own = ['sentinel-ordinary', 'sentinel-slow']
const name = 'Sentinel Nologin'

test('selected accounts are given to one identity by a run, and go back to their own by its undo', async ({
  page,
  startMuster,
}) => {
  test.setTimeout(120_000)
  const { url } = await startMuster()
  await page.goto(`${url}/accounts?q=sentinel-`)
  await select(page, ...own)
  await bar(page).getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Reassign to' }).click()
  const picker = page.getByRole('dialog', { name: 'Who is to own these 2 accounts?' })
  await expect(picker.getByRole('searchbox')).toBeFocused()
  await inBothSchemes(page, () => expectNoAxeViolations(page))
  await page.keyboard.press('Escape')
  await expect(picker).toHaveCount(0)
  await expect(bar(page)).toContainText('2 selected')

  await bar(page).getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Reassign to' }).click()
  await page.keyboard.type('Sentinel Nologin')
  await picker.getByRole('button', { name: /^Sentinel Nologin/ }).click()
  await expect(page).toHaveURL(/\/runs\/plans\//)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    `Reassign 2 accounts to ${name}?`,
  )
  for (const account of own) {
    await expect(row(page, account)).toContainText('Sentinel Sample')
    await expect(row(page, account)).toContainText(name)
  }
  await inBothSchemes(page, () => expectNoAxeViolations(page))
  await start(page, `Reassign 2 accounts to ${name}`)
  await expectState(page, 'Finished')
  await inBothSchemes(page, () => expectNoAxeViolations(page))
  const answer = await page.request.get(`${url}/api/v2024/accounts`, {
    params: { filters: 'name eq "sentinel-ordinary"' },
  })
  expect((await answer.json())[0].identity.name).toBe(name)

  await page.getByRole('button', { name: 'Undo' }).click()
  const heading = page.getByRole('heading', { level: 1 })
  await expect(heading).toHaveText('Put back the owners of 2 accounts?')
  await start(page, 'Put back the owners of 2 accounts')
  await expectState(page, 'Finished')
  await page.goto(`${url}/audit`)
  await expect(row(page, `Sentinel Sample → ${name}`).first()).toBeVisible()
  await expect(row(page, `${name} → Sentinel Sample`).first()).toBeVisible()
  await page.setViewportSize({ width: 360, height: 780 })
  await page.goto(`${url}/runs`)
  await expect(page.getByText(`Reassign 2 accounts to ${name}`).first()).toBeVisible()
  expect(await overflow(page)).toBe(0)
})
