import { runText } from '#lib/messages/runs.ts'
import { labelOf, oneLine } from '#lib/visible-text.ts'

import type { AttributeValue, AuditEntry } from './types.ts'

const text = runText.audit
type State = NonNullable<AuditEntry['before']>

/** What an account was like before and after, in words; undefined where nobody has seen it. */
export function changeOf(entry: Pick<AuditEntry, 'event' | 'before' | 'after'>) {
  const { event, before, after } = entry
  if (!before) return undefined
  if (before.attributes) return attributesOf(before.attributes, after?.attributes)
  if (!after) return event === 'done' ? text.change(stateOf(before), text.state.gone) : undefined
  const [from, to] = [stateOf(before), stateOf(after)]
  const owned = [ownerOf(before), ownerOf(after)] as const
  if (from === to && before.identityId !== after.identityId) return text.change(...owned)
  return from === to ? from : text.change(from, to)
}

/** "city: Bern → Basel", and what it is where nobody has seen what became of it. */
function attributesOf(before: AttributeValue[], after: AttributeValue[] | undefined): string {
  if (!after) return before.map(attributeOf).join(', ')
  const later = new Map(after.map((one) => [one.name, one]))
  return before
    .map((one) => {
      const next = later.get(one.name)
      const [from, to] = [valueOf(one), next ? valueOf(next) : text.nothing]
      return text.attribute(nameOf(one), from === to ? to : text.change(from, to))
    })
    .join(', ')
}

/** What attributes become: "city: Basel". */
export const attributeOf = (one: AttributeValue): string =>
  text.attribute(nameOf(one), valueOf(one))

const nameOf = ({ name }: AttributeValue) => oneLine(name)

function valueOf({ value, isSecret }: AttributeValue): string {
  if (isSecret) return text.hidden
  const shown = Array.isArray(value) ? value.join(', ') : String(value ?? '')
  return labelOf(shown) ?? text.nothing
}

function stateOf({ disabled, locked }: State): string {
  const state = disabled ? text.state.disabled : text.state.enabled
  return locked ? `${state}, ${text.state.locked}` : state
}

function ownerOf({ identityId, identityName }: State): string {
  if (identityId === null) return text.state.uncorrelated
  return labelOf(identityName) ?? identityId
}
