import { expect, expectNoAxeViolations, inBothSchemes, test } from './fixtures.ts'
import { accountsOf, readAccount, rowOf, strays, uncorrelate } from './uncorrelated-strays.ts'

test('an account of an authoritative source is given away with the typed name alone, among others too', async ({
  page,
}) => {
  const [owner, plain] = await strays(page, 2)
  const workers = await accountsOf(
    page,
    'source.displayableName eq "Workday HR" and uncorrelated eq false',
  )
  const worker = workers.at(-5)
  if (!owner || !plain || !worker) throw new Error('The tenant has too few accounts')
  await uncorrelate(page, worker.id)
  await page.goto('/uncorrelated')
  const row = rowOf(page, worker)
  await row.getByRole('button', { name: /^Choose/ }).click()
  const picker = page.getByRole('dialog', { name: `Who owns ${worker.name}?` })
  await picker.getByRole('searchbox', { name: 'Search identities' }).fill(owner.owner)
  await picker
    .getByRole('list', { name: 'Identities found' })
    .getByRole('button', { name: new RegExp(`^${owner.owner}`) })
    .first()
    .click()

  const question = page.getByRole('dialog', { name: `Give ${worker.name} to ${owner.owner}?` })
  await row.getByRole('button', { name: /^Accept / }).click()
  await expect(question).toContainText('Workday HR is authoritative')
  await inBothSchemes(page, () => expectNoAxeViolations(page))
  await question.getByRole('button', { name: 'Cancel' }).click()
  await expect(question).toHaveCount(0)
  expect((await readAccount(page, worker.id)).uncorrelated).toBe(true)

  await page.getByRole('button', { name: 'Select none' }).click()
  for (const account of [worker, plain]) await rowOf(page, account).getByRole('checkbox').check()
  await page.getByRole('button', { name: 'Accept 2 suggestions' }).click()
  const both = page.getByRole('dialog', { name: 'Accept 2 suggestions?' })
  await expect(both).toContainText('One of them is on an authoritative source')
  await both.getByRole('button', { name: 'Accept 2 suggestions' }).click()
  const give = question.getByRole('button', { name: `Give it to ${owner.owner}` })
  const typed = question.getByRole('textbox', { name: `Type ${owner.owner} to go on` })
  await typed.fill('Somebody Else')
  await expect(give).toHaveAttribute('aria-disabled', 'true')
  await typed.press('Enter')
  await expect(question).toBeVisible()
  await typed.fill(owner.owner)
  await typed.press('Enter')
  await expect(row).toContainText(`Belongs to ${owner.owner}`)
  await expect(rowOf(page, plain)).toContainText(`Belongs to ${plain.owner}`)
  expect((await readAccount(page, worker.id)).identityId).toBe(owner.identityId)
})
