import type { APIRequestContext, Page } from '@playwright/test'

import { expect } from './fixtures.ts'
import type { Server } from './processes.ts'
import { tenantClient } from './tenant-client.ts'

export type Badge = { id: string; number: string; holder: string }

let made = 0

/** A badge that belongs to nobody, on a flat file source; each story has one of its own. */
export async function newBadge(
  page: Page,
  request: APIRequestContext,
  muster: Server,
): Promise<Badge> {
  const tenant = await tenantClient(request, muster)
  const holder = `Badge Holder ${Date.now()}${made++}`
  const number = await tenant.addBadge(holder)
  let id: unknown
  await expect
    .poll(async () => {
      const [account] = await tenant.list('accounts', `nativeIdentity eq "${number}"`)
      id = account?.id
      return typeof id
    })
    .toBe('string')
  // What somebody opens, the index knows.
  await page.request.get(`/api/v2024/accounts/${String(id)}`)
  return { id: String(id), number, holder }
}

export async function patchAccount(page: Page, id: string, operations: object[]) {
  const answer = await page.request.patch(`/api/v2024/accounts/${id}`, {
    headers: { 'content-type': 'application/json-patch+json' },
    data: operations,
  })
  expect(answer.status()).toBe(202)
}

export const panel = (page: Page, name: string) =>
  page.getByRole('complementary', { name: `Account ${name}` })

/** The description list's answer to a name, in an open panel. */
export const fact = (page: Page, name: string) =>
  page
    .getByRole('complementary')
    .locator('dl > div')
    .filter({ has: page.locator('dt', { hasText: new RegExp(`^${name}`) }) })
    .locator('dd')

export async function openPart(page: Page, id: string, search: string) {
  await page.goto(`/accounts/${id}${search}`)
  await expect(page.getByRole('complementary', { name: /^Account / })).toBeVisible()
  await expect(page.getByText('Native identity').first()).toBeVisible()
}

/** The id of an account by its name, as the tenant knows it. */
export async function idOf(page: Page, name: string): Promise<string> {
  const query = new URLSearchParams({ filters: `name eq ${JSON.stringify(name)}`, limit: '1' })
  const [account] = await (await page.request.get(`/api/v2024/accounts?${query}`)).json()
  return account.id
}

/** Presses a key until the focus is on what is wanted, as somebody without a mouse does. */
export async function pressUntil(page: Page, key: string, wanted: RegExp) {
  const focused = () =>
    page.evaluate(() => {
      const element = document.activeElement
      return element?.getAttribute('aria-label') ?? element?.textContent ?? ''
    })
  for (let press = 0; press < 80; press += 1) {
    if (wanted.test(await focused())) return
    await page.keyboard.press(key)
  }
  throw new Error(`Nothing like ${wanted} could be reached with ${key}`)
}

/** An account of a flat file source, at a console of its own, that somebody's form has open. */
export async function openSomeForm(page: Page, url: string) {
  const query = new URLSearchParams({
    filters: 'source.displayableName eq "Badge System" and uncorrelated eq false',
    limit: '1',
  })
  const [account] = await (await page.request.get(`${url}/api/v2024/accounts?${query}`)).json()
  await page.goto(`${url}/accounts/${account.id}?layer=edit`)
  await page.getByRole('textbox', { name: /^department/ }).fill('Day shift')
}

/** By how much the open panel, and the page, are wider than what they are shown in. */
export const overflowOf = (page: Page) =>
  page.evaluate(() => {
    const body = document.querySelector('aside[aria-label^="Account"] > div')
    const inner = body ? body.scrollWidth - body.clientWidth : -1
    return [inner, document.documentElement.scrollWidth - document.documentElement.clientWidth]
  })
