import { t } from '#lib/messages.ts'
import type { Filter, FilterOption } from '#ui/filters.ts'

import { betweenDays, isDay, isFlag, oneOf, startsWith } from './filter-language.ts'

/** Values of a filter as the URL holds them; what they mean depends on the filter's kind. */
export type FilterValues = string[]

/** A filter as data: the menu, the chips, the URL and the tenant's filter are all made from it. */
export type AccountFilter = Filter & {
  /** Values a link may carry, cleaned; undefined where nothing usable is left. */
  clean: (values: FilterValues) => FilterValues | undefined
  print: (values: FilterValues) => string | undefined
}

const text = t.accounts

const longest = 200
const most = 100

function pick(id: string, field: string, label: string, options?: FilterOption[]): AccountFilter {
  return {
    id,
    label,
    kind: 'pick',
    ...(options && { options }),
    clean(values) {
      const known = values.filter((value) =>
        options ? options.some((option) => option.value === value) : fits(value),
      )
      const unique = [...new Set(known)].slice(0, most).toSorted()
      return unique.length > 0 ? unique : undefined
    },
    print: (values) => oneOf(field, values),
  }
}

/** `turned` for a field that says the opposite of the label. */
function yesNo(id: string, field: string, label: string, turned = false): AccountFilter {
  return {
    id,
    label,
    kind: 'yes-no',
    clean: ([value]) => (value === 'yes' || value === 'no' ? [value] : undefined),
    print: ([value]) => isFlag(field, (value === 'yes') !== turned),
  }
}

function days(id: string, field: string, label: string): AccountFilter {
  return {
    id,
    label,
    kind: 'days',
    clean([from = '', to = '']) {
      const ends = [from, to].map((day) => (isDay(day) ? day : ''))
      return ends.some(Boolean) ? ends : undefined
    },
    print: ([from = '', to = '']) => betweenDays(field, from, to),
  }
}

function startOf(id: string, field: string, label: string): AccountFilter {
  return {
    id,
    label,
    kind: 'text',
    clean: ([value = '']) => (fits(value) ? [value] : undefined),
    print: ([value = '']) => startsWith(field, value.trim()),
  }
}

const fits = (value: string) => value.trim() !== '' && value.length <= longest

const choices = (labels: Record<string, string>): FilterOption[] =>
  Object.entries(labels).map(([value, label]) => ({ value, label }))

/** What the tenant can filter accounts by (isc-facts §2.2). It cannot by `disabled` or `locked`. */
export const accountFilters: AccountFilter[] = [
  pick('source', 'sourceId', text.filters.source),
  yesNo('correlated', 'uncorrelated', text.filters.correlated, true),
  yesNo('entitlements', 'hasEntitlements', text.filters.entitlements),
  pick('origin', 'origin', text.filters.origin, choices(text.origins)),
  yesNo('manual', 'manuallyCorrelated', text.filters.manual),
  pick('state', 'identity.identityState', text.filters.state, choices(text.identityStates)),
  pick(
    'connection',
    'source.connectionType',
    text.filters.connection,
    choices(text.connectionTypes),
  ),
  yesNo('authoritative', 'source.authoritative', text.filters.authoritative),
  days('created', 'created', text.filters.created),
  days('modified', 'modified', text.filters.modified),
  startOf('native', 'nativeIdentity', text.filters.native),
]
