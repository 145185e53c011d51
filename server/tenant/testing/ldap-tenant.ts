import { Attribute, Change } from 'ldapts'

import { awkward, PEOPLE } from './directory.ts'
import type { TestTenant } from './tenant.ts'

/** People, those with awkward names, and the reader. */
export const ALL = PEOPLE + awkward.length + 1
export const timeouts = { connectMs: 2000, answerMs: 1000 }

export async function sourceOf({ call }: TestTenant) {
  const sources = (await call('/sources')).json()
  return sources.find((source: { type: string }) => source.type === 'OpenLDAP - Direct')
}

export async function aggregate(tenant: TestTenant) {
  const { id } = await sourceOf(tenant)
  const load = await tenant.call(`/sources/${id}/load-accounts`, { method: 'POST' })
  return tenant.ended(load.json().task.id)
}

export const textOf = (task: { messages: { localizedText: { message: string } }[] }) =>
  task.messages.map(({ localizedText }) => localizedText.message).join(' ')

export async function countOf({ call }: TestTenant): Promise<number> {
  const { headers } = await call('/accounts?limit=0&count=true')
  return Number(headers['x-total-count'])
}

export async function accountOf({ call }: TestTenant, dn: string) {
  const filters = encodeURIComponent(`nativeIdentity eq ${JSON.stringify(dn)}`)
  return (await call(`/accounts?filters=${filters}`)).json()[0]
}

/** Tells the account behind the entry to do something, and waits for the end. */
export async function tell(tenant: TestTenant, dn: string, action: string, body = {}) {
  const { id } = await accountOf(tenant, dn)
  return tenant.ended((await tenant.post(`/accounts/${id}/${action}`, body)).json().id)
}

export const replace = (type: string, ...values: string[]) =>
  new Change({ operation: 'replace', modification: new Attribute({ type, values }) })
