import type { IndexState } from '#api/events.ts'
import { NO_VALUE, type SomeAccounts } from '#features/accounts/links.ts'
import { dayOf } from '#lib/dates.ts'
import { t } from '#lib/messages.ts'
import { overviewText as text } from '#lib/messages/overview.ts'
import { labelOf } from '#lib/visible-text.ts'

import { saysLeft } from './leavers.ts'
import { unchangedSince, type Counts, type Facet } from './queries.ts'

/** A number of accounts, and which ones they are. */
export type Numbered = {
  id: string
  /** Empty while it is not known. */
  label: string
  /** Undefined while it is not known. */
  count: number | undefined
  /** Undefined where no list can show them. */
  who: SomeAccounts | undefined
}
/**
 * `isMissing`: there will be no number, and the note says why; `isPartial`: it may be larger, since it
 * is not known of every account.
 */
export type Tile = Numbered & { note: string; isMissing?: boolean; isPartial?: boolean }
export type Table = {
  id: string
  title: string
  rows: Numbered[]
  note?: string
  isPartial?: boolean
  /** Names that need the room of the shares. */
  hasLongNames?: boolean
}

/** What the questions of the page were answered; undefined while one is not. */
export type Answers = {
  all: Counts | undefined
  enabled: Counts | undefined
  unchanged: Counts | undefined
  /** The day that `unchanged` was asked with. */
  day: string
  /** How far the index is with the entitlements. */
  entitlements?: IndexState['entitlements']
}

/** Values that there always are, so that a row does not come and go with its accounts. */
function fixed(facet: Facet | undefined, filter: string, labels: Record<string, string>) {
  return Object.entries(labels).map(([value, label]): Numbered => {
    const told = value === 'unknown' ? null : value
    return { id: value, label, count: countOf(facet, told), who: { [filter]: [value] } }
  })
}

function countOf(facet: Facet | undefined, value: string | boolean | null): number | undefined {
  return facet && (facet.values.find((each) => each.value === value)?.count ?? 0)
}

/** Values that only the tenant knows. Before they are known, about as many lines as there may be. */
function open(
  facet: Facet | undefined,
  filter: string,
  none: Omit<Numbered, 'count'>,
  lines: number,
) {
  if (!facet) {
    return Array.from({ length: lines }, (_, line): Numbered => {
      return { id: String(line), label: '', count: undefined, who: undefined }
    })
  }
  const rows = facet.values.map(({ value, count, label }): Numbered => {
    if (typeof value !== 'string') return { ...none, count }
    return {
      id: `is ${value}`,
      label: labelOf(label ?? value) ?? value,
      count,
      who: { [filter]: [value] },
    }
  })
  const others = { id: 'others', label: text.others, count: facet.other, who: undefined }
  return facet.other > 0 ? [...rows, others] : rows
}

const noState = { id: 'none', label: text.noState, who: { lifecycle: [NO_VALUE] } }
const noSource = { id: 'none', label: text.noSource, who: undefined }

export function tablesOf(answers: Answers) {
  const { all } = answers
  const { status, type, passwordChanged, cloudLifecycleState } = all?.facets ?? {}
  const { sourceId, privilegedEntitlement } = all?.facets ?? {}
  const { enabled, disabled, locked } = t.status
  return {
    status: {
      id: 'status',
      title: text.tables.status,
      rows: fixed(status, 'status', { enabled, disabled, locked }),
      note: text.tables.statusNote,
    },
    type: { id: 'type', title: text.tables.type, rows: fixed(type, 'type', text.types) },
    password: {
      id: 'password',
      title: text.tables.password,
      rows: fixed(passwordChanged, 'password', text.ages),
    },
    lifecycle: {
      id: 'lifecycle',
      title: text.tables.lifecycle,
      rows: open(cloudLifecycleState, 'lifecycle', noState, 5),
    },
    source: {
      id: 'source',
      title: text.tables.source,
      rows: open(sourceId, 'source', noSource, 7),
    },
    privileged: {
      id: 'privileged',
      title: text.tables.privileged,
      hasLongNames: true,
      rows: open(privilegedEntitlement, 'entitlement', noSource, 12),
      ...privilegedState(
        answers,
        privilegedEntitlement?.values.length === 0
          ? text.tables.privilegedNone
          : text.tables.privilegedNote,
      ),
    },
  } satisfies Record<string, Table>
}

/** What somebody may have to do something about. */
export function tilesOf(answers: Answers): Tile[] {
  const { all, enabled, unchanged, day } = answers
  const { tiles } = text
  const { status, uncorrelated, cloudLifecycleState, privileged } = all?.facets ?? {}
  const old = ['180-to-365-days', 'over-1-year'].map((age) =>
    countOf(enabled?.facets.passwordChanged, age),
  )
  const states = statesOfLeavers(cloudLifecycleState)
  const leavers = states.map((state) => countOf(enabled?.facets.cloudLifecycleState, state))
  return [
    {
      id: 'locked',
      label: tiles.locked,
      note: tiles.lockedNote,
      count: countOf(status, 'locked'),
      who: { status: ['locked'] },
    },
    {
      id: 'uncorrelated',
      label: tiles.uncorrelated,
      note: tiles.uncorrelatedNote,
      count: countOf(uncorrelated, true),
      who: { correlated: ['no'] },
    },
    {
      id: 'privileged',
      label: tiles.privileged,
      count: countOf(privileged, true),
      who: { privileged: ['yes'] },
      ...privilegedState(answers, tiles.privilegedNote),
    },
    {
      id: 'old-password',
      label: tiles.oldPassword,
      note: tiles.oldPasswordNote,
      count: sum(old),
      who: { status: ['enabled'], password: ['over-180-days'] },
    },
    {
      id: 'left',
      label: tiles.left,
      note: states.length > 0 || !all ? tiles.leftNote(states) : tiles.leftUnknown,
      count: states.length > 0 ? sum(leavers) : undefined,
      isMissing: all !== undefined && states.length === 0,
      who: states.length > 0 ? { status: ['enabled'], lifecycle: states } : undefined,
    },
    {
      id: 'unchanged',
      label: tiles.unchanged,
      note: tiles.unchangedNote(dayOf(new Date(`${day}T12:00:00Z`))),
      count: unchanged?.total,
      who: unchangedSince(day),
    },
  ]
}

/** How far it is known which accounts are privileged; where it is known of all, the note stands there. */
function privilegedState({ all, entitlements }: Answers, note: string) {
  const unknown = countOf(all?.facets.privileged, null) ?? 0
  if (unknown === 0) return { note }
  const { known = 0, total = 0, problem } = entitlements ?? {}
  const isNothing = known === 0
  const soFar = known < total ? text.known(known, total) : text.unknownAccounts(unknown)
  return {
    isPartial: true,
    isMissing: isNothing,
    note: problem ?? (isNothing ? text.notKnownYet : soFar),
  }
}

const statesOfLeavers = (facet: Facet | undefined): string[] =>
  (facet?.values ?? []).flatMap(({ value }) =>
    typeof value === 'string' && saysLeft(value) ? [value] : [],
  )

const sum = (counts: (number | undefined)[]): number | undefined =>
  counts.reduce<number | undefined>(
    (total, count) => (total === undefined || count === undefined ? undefined : total + count),
    0,
  )
