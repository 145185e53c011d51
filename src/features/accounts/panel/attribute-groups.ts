import type { AttributeSchema } from './attribute-schema.ts'
import type { NamedValue } from './attribute-value.ts'

export const groupIds = ['identity', 'entitlements', 'dates', 'other'] as const
export type GroupId = (typeof groupIds)[number]
export type AttributeGroup = { id: GroupId; items: NamedValue[] }

/** Who the account is for: what people look for first. */
const identityName =
  /name|mail|employee|^uid$|login|title|department|company|division|manager|phone|mobile|^dn$|location|office|city|country|site|organi[sz]ation|^(cn|sn|c|l|st|o|ou)$/i
const entitlementName =
  /^(member_?of|groups?|roles?|permission_?sets?|profiles?|teams?|entitlements?|responsibilities|access_?zones?|security_?groups?)$/i

/** In display order, without those that would be empty. */
export function groupAttributes(
  values: NamedValue[],
  schema: ReadonlyMap<string, AttributeSchema> | undefined,
): AttributeGroup[] {
  const groups = new Map<GroupId, NamedValue[]>()
  for (const item of values) {
    const id = groupOf(item, schema?.get(item.name))
    groups.set(id, [...(groups.get(id) ?? []), item])
  }
  return groupIds.flatMap((id) => {
    const items = groups.get(id)
    return items ? [{ id, items }] : []
  })
}

/** The source's schema where it says so; a name and a value are only hints. */
function groupOf({ name, value }: NamedValue, schema: AttributeSchema | undefined): GroupId {
  if (schema?.isEntitlement || (!schema && entitlementName.test(name))) return 'entitlements'
  const isDay = value.is === 'text' && /^\d{4}-\d{2}-\d{2}$/.test(value.text)
  const isTime = value.is === 'time' || value.is === 'never'
  if (schema?.type === 'DATE' || isTime || isDay) return 'dates'
  return identityName.test(name) && value.is !== 'secret' ? 'identity' : 'other'
}
