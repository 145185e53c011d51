import type { IndexDb } from './store/database.ts'
import { accountsOf } from './store/rows.ts'

const MOST = 100

/**
 * An account tells of its identity (its state, its lifecycle state, its name), and a change of those
 * gives it no new time of change. But all accounts of an identity tell the same: where they do not,
 * some of them are out of date.
 */
export function createDisagreement() {
  const suspects = new Set<string>()
  const certain = new Set<string>()
  return {
    /** The identities' accounts agree with each other, but not with what is so. */
    outdated(identityIds: string[]): void {
      for (const identityId of identityIds) certain.add(identityId)
    },

    /** The identity's accounts have to be compared. */
    suspect(identityId: unknown): void {
      if (typeof identityId === 'string' && identityId !== '') suspects.add(identityId)
    },

    /** Accounts that do not tell the same as others of their identity; none once all are compared. */
    async next(db: IndexDb): Promise<string[]> {
      while (certain.size > 0) {
        const ids = (await accountsOf(db, taken(certain))).map(({ id }) => id)
        if (ids.length > 0) return ids
      }
      while (suspects.size > 0) {
        const ids = disagreeing(await accountsOf(db, taken(suspects)))
        if (ids.length > 0) return ids
      }
      return []
    },
  }
}

/** Takes some out. */
function taken(from: Set<string>): string[] {
  const some = [...from].slice(0, MOST)
  for (const identityId of some) from.delete(identityId)
  return some
}

function disagreeing(rows: Awaited<ReturnType<typeof accountsOf>>): string[] {
  const told = new Map<string, Set<string>>()
  for (const { identity_id: identityId, body } of rows) {
    const parts = told.get(identityId) ?? new Set()
    told.set(identityId, parts.add(identityPart(JSON.parse(body))))
  }
  return rows.flatMap(({ id, identity_id: of }) => ((told.get(of)?.size ?? 0) > 1 ? [id] : []))
}

const identityPart = ({ identityState, cloudLifecycleState, identity }: Record<string, unknown>) =>
  JSON.stringify([identityState, cloudLifecycleState, identity])
