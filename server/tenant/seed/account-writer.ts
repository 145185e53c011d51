import type { EntitlementTable, Flag } from '../store/schema.ts'
import type { SeedSource } from './catalogue.ts'
import type { Clock } from './clock.ts'
import type { Attributes, Draft } from './drafts.ts'
import { facetCounter } from './facets.ts'
import { idOf } from './random.ts'
import { accountRow, type AccountState, type IdentityRef } from './rows.ts'
import type { Writer } from './writer.ts'

export type NewAccount = {
  source: SeedSource
  identity: IdentityRef
  draft: Draft
  entitlements: EntitlementTable[]
  state?: AccountState
  /** Where the system behind the source differs from what the last aggregation read. */
  onTarget?: { disabled?: Flag; locked?: Flag }
  /** Days since the account came to the tenant. */
  age?: number
}

/** Adds accounts with their entitlements and their counterparts on the target systems. */
export function accountWriter(writer: Writer, clock: Clock) {
  let number = 0
  const facets = facetCounter()
  return {
    add(account: NewAccount): string {
      const { source, identity, draft, entitlements, state = {}, onTarget, age = 400 } = account
      const id = idOf('account', number)
      const attributes = { ...draft.attributes, ...valuesOf(source, entitlements) }
      const row = accountRow({
        id,
        source: source.row,
        identity,
        draft,
        attributes,
        state,
        hasEntitlements: entitlements.length > 0,
        created: clock.daysAgo(age + ((number * 7919) % 1000) / 1000),
        modified: clock.daysAgo(Math.min(age, ((number * 104_729) % 30_000) / 1000 + 0.01)),
      })
      writer.add('account', { ...row, facet: facets.add(row) })
      for (const entitlement of entitlements) {
        writer.add('account_entitlement', { account_id: id, entitlement_id: entitlement.id })
      }
      if (source.row.internal === 0) {
        writer.add('target_account', {
          source_id: row.source_id,
          native_identity: row.native_identity,
          disabled: onTarget?.disabled ?? row.disabled,
          locked: onTarget?.locked ?? row.locked,
          attributes: row.attributes,
        })
      }
      number += 1
      return id
    },
    /** Writes what was counted, once all accounts have been added. */
    addFacets(): void {
      for (const facet of facets.rows()) writer.add('account_facet', facet)
    },
    count: () => number,
  }
}
export type AccountWriter = ReturnType<typeof accountWriter>

function valuesOf(source: SeedSource, entitlements: EntitlementTable[]): Attributes {
  return Object.fromEntries(
    source.entitlementAttributes.map((attribute) => [
      attribute,
      entitlements.filter((one) => one.attribute === attribute).map(({ value }) => value),
    ]),
  )
}
