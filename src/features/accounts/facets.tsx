import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'

import { t } from '#lib/messages.ts'
import { listText } from '#lib/messages/accounts-list.ts'
import { formatCount } from '#lib/numbers.ts'
import type { FilterOption } from '#ui/filters.ts'
import { useDimmed } from '#ui/use-dimmed.ts'

import { accountCountsQuery, everything } from './counts.ts'
import { NO_VALUE } from './filters.ts'
import type { AccountSearch } from './search.ts'

import classes from './facets.module.css'

const text = listText.counts
const { accounts } = t

type Facet = {
  id: string
  title: string
  /** What a value is called; values that are not named here are those that accounts have. */
  names?: Record<string, string>
  /** Where values come from the tenant: what each is called that the index has no word for. */
  isOpen?: boolean
  /** As many lines as there may be, before it is known. */
  lines?: number
}

const { 'over-180-days': _wider, ...ages } = accounts.passwordAges

const privileged = { yes: t.yes, no: t.no, unknown: accounts.unknown }

/** In the order in which they are shown; those of a fixed length come first, so that they stay. */
const facets: Facet[] = [
  { id: 'status', title: accounts.filters.status, names: accounts.statuses },
  {
    id: 'correlated',
    title: accounts.filters.correlated,
    names: { yes: text.correlated, no: text.uncorrelated },
  },
  { id: 'type', title: accounts.filters.type, names: accounts.types },
  { id: 'entitlements', title: text.hasEntitlements, names: { yes: text.with, no: text.without } },
  { id: 'privileged', title: accounts.filters.privileged, names: privileged },
  { id: 'password', title: text.password, names: ages },
  { id: 'source', title: accounts.filters.source, isOpen: true, lines: 7 },
  { id: 'lifecycle', title: accounts.filters.lifecycle, isOpen: true, lines: 5 },
]
const facetIds = facets.map(({ id }) => id)

type Props = {
  search: AccountSearch
  onChange: (change: Partial<AccountSearch>) => void
}

/** How the accounts are spread over the values of each filter; a value is switched on and off here. */
export function Facets({ search, onChange }: Props) {
  const counts = useQuery({
    ...accountCountsQuery(search, facetIds),
    placeholderData: keepPreviousData,
  })
  // Which values there are, and in which order, must not change with each filter.
  const all = useQuery(accountCountsQuery(everything, facetIds))
  const error = counts.error ?? all.error
  const element = useRef<HTMLDivElement>(null)
  useDimmed(element, counts.isPlaceholderData)
  const [filters, setFilters] = useAskedFilters(search, onChange)
  const toggle = (id: string, value: string) =>
    setFilters({ ...filters, [id]: toggled(filters[id] ?? [], value, id) })

  return (
    <div ref={element} className={classes.facets}>
      {error && (
        <p className={classes.note} title={error.message}>
          {text.failed}
        </p>
      )}
      {counts.data?.isPartial && <p className={classes.note}>{text.soFar}</p>}
      {facets.map((facet) => (
        <FacetGroup
          key={facet.id}
          facet={facet}
          all={all.data?.byFilter[facet.id]}
          now={counts.data?.byFilter[facet.id]}
          chosen={filters[facet.id] ?? []}
          onToggle={(value) => toggle(facet.id, value)}
        />
      ))}
    </div>
  )
}

/** A box is checked when it is clicked, and not only when the address has followed. */
function useAskedFilters({ filters }: AccountSearch, onChange: Props['onChange']) {
  const now = JSON.stringify(filters)
  const [asked, setAsked] = useState({ since: now, filters })
  // What was asked before counts no more once the address is another one, as after going back.
  if (asked.since !== now) setAsked({ since: now, filters })
  return [
    asked.since === now ? asked.filters : filters,
    (next: AccountSearch['filters']) => {
      setAsked({ since: now, filters: next })
      onChange({ filters: next, at: 0 })
    },
  ] as const
}

/** Of yes and no only one can be asked for. */
function toggled(values: string[], value: string, id: string): string[] {
  if (values.includes(value)) return values.filter((each) => each !== value)
  return id === 'correlated' || id === 'entitlements' ? [value] : [...values, value].toSorted()
}

/** More than so many are shown when they are asked for. */
const MOST = 10

type GroupProps = {
  facet: Facet
  all: FilterOption[] | undefined
  now: FilterOption[] | undefined
  chosen: string[]
  onToggle: (value: string) => void
}

function FacetGroup({ facet, all, now, chosen, onToggle }: GroupProps) {
  const [isWhole, setWhole] = useState(false)
  const options = optionsOf(facet, all, now, chosen)
  const shown = isWhole
    ? options
    : options.filter((option, at) => at < MOST || chosen.includes(option.value))
  return (
    <fieldset className={classes.facet}>
      <legend className={classes.title}>{facet.title}</legend>
      {facet.lines !== undefined && !all && (
        <div className={classes.lines} data-lines={facet.lines} aria-busy />
      )}
      {shown.map(({ value, label, count }) => (
        <label key={value} className={classes.value} data-none={count === 0 || undefined}>
          <input
            type="checkbox"
            className={classes.check}
            aria-label={text.value(label, count)}
            checked={chosen.includes(value)}
            onChange={() => onToggle(value)}
          />
          <span className={classes.label} title={label}>
            {label}
          </span>
          <span className={classes.count}>{count === undefined ? '' : formatCount(count)}</span>
        </label>
      ))}
      {options.length > MOST && (
        <button type="button" className={classes.more} onClick={() => setWhole(!isWhole)}>
          {isWhole ? text.fewer : text.more(options.length)}
        </button>
      )}
    </fieldset>
  )
}

function optionsOf(
  { names, isOpen }: Facet,
  all: FilterOption[] | undefined,
  now: FilterOption[] | undefined,
  chosen: string[],
): FilterOption[] {
  const countOf = (value: string) => now && (now.find((each) => each.value === value)?.count ?? 0)
  if (!isOpen) {
    return Object.entries(names ?? {}).map(([value, label]) =>
      withCount(value, label, countOf(value)),
    )
  }
  const known = new Map((all ?? []).map(({ value, label }) => [value, label]))
  for (const { value, label } of now ?? []) if (!known.has(value)) known.set(value, label)
  for (const value of chosen) if (!known.has(value)) known.set(value, value)
  return [...known].map(([value, label]) =>
    withCount(value, value === NO_VALUE ? text.noState : label, countOf(value)),
  )
}

const withCount = (value: string, label: string, count: number | undefined): FilterOption => ({
  value,
  label,
  ...(count !== undefined && { count }),
})
