import { dayOf } from '#lib/dates.ts'
import { t } from '#lib/messages.ts'

/** `count`: how many rows have the value, where that is known. */
export type FilterOption = { value: string; label: string; count?: number }

/** A filter as data. Its values are a list of strings, as the URL holds them. */
export type Filter = {
  id: string
  label: string
  /** `pick`: any of; `yes-no`: `yes` or `no`; `days`: from and to, either may be empty. */
  kind: 'pick' | 'yes-no' | 'days' | 'text'
  /** For `pick`; undefined while they are loading. */
  options?: FilterOption[]
  /** Each value is a condition of its own, with a chip of its own. */
  isRepeated?: boolean
  /** What a chip says, where the value itself does not: name and value. */
  describe?: (values: string[]) => [label: string, value: string]
}

/** What a chip says: "Source is *Active Directory and 2 more*". */
export function describeFilter({ kind, options }: Filter, values: string[]): string {
  const [first = '', second = ''] = values
  if (kind === 'yes-no') return first === 'yes' ? t.yes : t.no
  if (kind === 'days') return describeDays(first, second)
  const label = options?.find(({ value }) => value === first)?.label ?? first
  return values.length > 1 ? t.filters.more(label, values.length - 1) : label
}

function describeDays(from: string, to: string): string {
  const [start, end] = [from, to].map((day) => (day ? dayOf(new Date(`${day}T12:00:00`)) : ''))
  if (start && end) return t.filters.between(start, end)
  return start ? t.filters.after(start) : t.filters.before(end ?? '')
}

/** Case and accents aside, since nobody types them into a search box. */
export function searchOptions(options: FilterOption[], text: string): FilterOption[] {
  const wanted = plain(text)
  return wanted ? options.filter(({ label }) => plain(label).includes(wanted)) : options
}

const plain = (text: string) =>
  text.trim().normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase('en')
