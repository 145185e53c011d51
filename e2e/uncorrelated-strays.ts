import type { Page } from '@playwright/test'

import { expect } from './fixtures.ts'

type Account = {
  id: string
  name: string
  nativeIdentity: string
  identityId: string
  uncorrelated: boolean
  identity?: { name: string }
}

export async function accountsOf(page: Page, filters: string): Promise<Account[]> {
  const query = new URLSearchParams({ filters, sorters: 'id', limit: '250' })
  return (await page.request.get(`/api/v2024/accounts?${query}`)).json()
}

export const readAccount = async (page: Page, id: string): Promise<Account> =>
  (await page.request.get(`/api/v2024/accounts/${id}`)).json()

/** Takes an account away from its owner, and lets the index learn of it. */
export async function uncorrelate(page: Page, id: string) {
  const answer = await page.request.patch(`/api/v2024/accounts/${id}`, {
    headers: { 'content-type': 'application/json-patch+json' },
    data: [{ op: 'remove', path: '/identityId' }],
  })
  expect(answer.status()).toBe(202)
  await readAccount(page, id)
}

const isComplete = async (page: Page) => {
  const { partial } = await (await page.request.get('/api/console/uncorrelated?limit=1')).json()
  return partial === false
}

let used = 0

/** Accounts of people on Active Directory that belong to nobody now, others for each story. */
export async function strays(page: Page, count: number): Promise<(Account & { owner: string })[]> {
  await expect.poll(() => isComplete(page), { timeout: 30_000 }).toBe(true)
  const filters = 'source.displayableName eq "Active Directory" and uncorrelated eq false'
  const named = /^[a-z]+\.[a-z]+$/
  const all = (await accountsOf(page, filters)).filter(({ name }) => named.test(name))
  const some = all.slice(used, used + count)
  expect(some).toHaveLength(count)
  used += count
  for (const { id } of some) await uncorrelate(page, id)
  return some.map((account) => ({ ...account, owner: account.identity?.name ?? '' }))
}

export const rowOf = (page: Page, { name }: Account) =>
  page
    .getByRole('table', { name: 'Uncorrelated accounts' })
    .getByRole('row')
    .filter({ has: page.getByRole('link', { name, exact: true }) })
