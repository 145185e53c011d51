import { t } from '#lib/messages.ts'
import { describeFilter, type Filter, type FilterOption } from '#ui/filters.ts'

import { describeCondition, printCondition, readCondition } from './attribute-filter.ts'
import {
  all,
  asPart,
  betweenDays,
  either,
  isDay,
  isFlag,
  oneOf,
  startsWith,
} from './filter-language.ts'

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
const longestText = 4000

/** The id of the filter that is written as text. */
export const TEXT = 'filter'

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

/** Stands for accounts without a value, among values that are names. */
export const NO_VALUE = '-'

function pickOrNone(id: string, field: string, label: string): AccountFilter {
  const isNone = `${field} isnull`
  return {
    ...pick(id, field, label),
    describe: (values) => [
      label,
      describeFilter(
        { id, label, kind: 'pick', options: [{ value: NO_VALUE, label: t.none }] },
        values,
      ),
    ],
    print(values) {
      const some = oneOf(
        field,
        values.filter((value) => value !== NO_VALUE),
      )
      if (!values.includes(NO_VALUE)) return some
      return some ? either([isNone, some]) : isNone
    },
  }
}

/** Ages in days, from and before; the index counts passwords by the same. */
const passwordAges: Record<string, [from: number, before?: number]> = {
  'under-90-days': [0, 90],
  '90-to-180-days': [90, 180],
  '180-to-365-days': [180, 365],
  'over-180-days': [180],
  'over-1-year': [365],
}
const UNKNOWN = 'unknown'

function passwordAge(id: string, label: string, labels: Record<string, string>): AccountFilter {
  const field = 'passwordChanged'
  const printAge = (value: string) => {
    if (value === UNKNOWN) return `${field} isnull`
    const [from, before] = passwordAges[value] ?? []
    return all([
      from ? `${field} lt ${daysAgo(from)}` : undefined,
      before ? `${field} ge ${daysAgo(before)}` : undefined,
    ])
  }
  return {
    ...pick(id, field, label, choices(labels)),
    print(values) {
      const ages = values.flatMap((value) => printAge(value) ?? [])
      return ages.length > 1 ? either(ages.map((age) => `(${age})`)) : ages[0]
    },
  }
}

const DAY = 86_400_000

/** Whole days of UTC, as the index counts: the same rows all day, whenever they are asked for. */
const daysAgo = (days: number) =>
  new Date((Math.floor(Date.now() / DAY) - days) * DAY).toISOString()

/** Of some accounts it is not known. */
function yesNoUnknown(id: string, field: string, label: string): AccountFilter {
  const printOne = (value: string) =>
    value === UNKNOWN ? `${field} isnull` : isFlag(field, value === 'yes')
  return {
    ...pick(id, field, label, choices({ yes: t.yes, no: t.no, [UNKNOWN]: text.unknown })),
    print(values) {
      const parts = values.map(printOne)
      return parts.length > 1 ? either(parts) : parts[0]
    },
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

/** One chip for each of its values, since one account may have to meet several. */
function attributes(id: string, label: string): AccountFilter {
  return {
    id,
    label,
    kind: 'text',
    isRepeated: true,
    describe: ([value = '']) => describeCondition(value),
    clean(values) {
      const known = [...new Set(values)].filter(readCondition).slice(0, most)
      return known.length > 0 ? known : undefined
    },
    print: (values) =>
      all(
        values.map((value) => {
          const condition = readCondition(value)
          return condition && printCondition(condition)
        }),
      ),
  }
}

/** A filter as somebody wrote it, in the words of the language. It has a field of its own. */
function written(id: string, label: string): AccountFilter {
  return {
    id,
    label,
    kind: 'text',
    clean: ([value = '']) =>
      value.trim() !== '' && value.length <= longestText ? [value] : undefined,
    print: ([value = '']) => (value ? asPart(value) : undefined),
  }
}

const fits = (value: string) => value.trim() !== '' && value.length <= longest

const choices = (labels: Record<string, string>): FilterOption[] =>
  Object.entries(labels).map(([value, label]) => ({ value, label }))

/**
 * What accounts are filtered by: all that the tenant offers (isc-facts §2.2), and status, type,
 * lifecycle state and the age of the password, which only the index knows.
 */
export const accountFilters: AccountFilter[] = [
  pick('source', 'sourceId', text.filters.source),
  pick('status', 'status', text.filters.status, choices(text.statuses)),
  pick('type', 'type', text.filters.type, choices(text.types)),
  pickOrNone('lifecycle', 'cloudLifecycleState', text.filters.lifecycle),
  passwordAge('password', text.filters.password, text.passwordAges),
  yesNo('correlated', 'uncorrelated', text.filters.correlated, true),
  yesNo('entitlements', 'hasEntitlements', text.filters.entitlements),
  yesNoUnknown('privileged', 'privileged', text.filters.privileged),
  pick('entitlement', 'privilegedEntitlement', text.filters.privilegedEntitlement),
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
  attributes('attr', text.filters.attribute),
  written(TEXT, text.filters.written),
]

/** Those that are chosen, with a chip each. */
export const chosenFilters = accountFilters.filter(({ id }) => id !== TEXT)
