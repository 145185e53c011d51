import { runText } from '#lib/messages/runs.ts'
import { labelOf } from '#lib/visible-text.ts'

import type { AuditEntry } from './types.ts'

const text = runText.audit
type State = NonNullable<AuditEntry['before']>

/** What an account was like before and after, in words; undefined where nobody has seen it. */
export function changeOf(entry: Pick<AuditEntry, 'event' | 'before' | 'after'>) {
  const { event, before, after } = entry
  if (!before) return undefined
  if (!after) return event === 'done' ? text.change(stateOf(before), text.state.gone) : undefined
  const [from, to] = [stateOf(before), stateOf(after)]
  const owned = [ownerOf(before), ownerOf(after)] as const
  if (from === to && before.identityId !== after.identityId) return text.change(...owned)
  return from === to ? from : text.change(from, to)
}

function stateOf({ disabled, locked }: State): string {
  const state = disabled ? text.state.disabled : text.state.enabled
  return locked ? `${state}, ${text.state.locked}` : state
}

function ownerOf({ identityId, identityName }: State): string {
  if (identityId === null) return text.state.uncorrelated
  return labelOf(identityName) ?? identityId
}
