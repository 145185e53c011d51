import { sourcePath } from '#features/sources/links.ts'
import { searchText } from '#lib/messages/search.ts'
import type { OpenAction, OpenThing } from '#lib/open-action.ts'
import { labelOf } from '#lib/visible-text.ts'
import type { Status } from '#ui/status-badge.tsx'

import { fold } from './marked-parts.ts'
import type { SearchAnswer } from './queries.ts'

export type Kind = 'place' | 'recent' | 'identity' | 'account' | 'source' | 'all' | 'action'
export type Option = {
  id: string
  kind: Kind
  title: string
  details: string[]
  statuses?: Status[]
  /** Where it leads; without it, and without an action, the title is searched for. */
  to?: string
  /** What it does with what is open. */
  action?: OpenAction
}
export type Group = { id: string; label: string; options: Option[] }
export type Place = { to: string; label: string }

const text = searchText

/** What to choose from before anything is typed. */
export function groupsBefore(
  places: readonly Place[],
  recent: readonly string[],
  open: readonly OpenThing[] = [],
): Group[] {
  const options = recent.map((title) => ({
    id: `recent-${title}`,
    kind: 'recent' as const,
    title,
    details: [],
  }))
  const actions = open.map((thing) => actionGroup(thing, ''))
  return withOptions([
    ...actions,
    { id: 'recent', label: text.recent, options },
    placeGroup(places),
  ])
}

/**
 * Screens and actions that begin with what is typed come first: who types their name wants just that.
 * Then the kinds of which something is called so come before those that only have it somewhere.
 */
export function groupsOf(
  answer: SearchAnswer | undefined,
  q: string,
  places: readonly Place[],
  open: readonly OpenThing[] = [],
) {
  const wanted = fold(q.trim())
  const begins = ({ title }: Option) => fold(title).startsWith(wanted)
  const matching = places.filter(({ label }) => fold(label).startsWith(wanted))
  const groups = answer ? found(answer, q) : []
  const sorted = groups.toSorted(
    (a, b) => Number(b.options.some(begins)) - Number(a.options.some(begins)),
  )
  const actions = open.map((thing) => actionGroup(thing, wanted))
  return withOptions([...actions, placeGroup(matching), ...sorted])
}

/** Fewer letters may as well be the beginning of somebody's name, and Enter would act. */
const LETTERS_OF_ACTION = 3

function actionGroup({ id: of, name, actions: all }: OpenThing, wanted: string): Group {
  const isMeant = wanted === '' || wanted.length >= LETTERS_OF_ACTION
  const actions = isMeant ? all : []
  const options = actions
    .filter(({ label }) => fold(label).startsWith(wanted))
    .map((action): Option => {
      const { id, label, blocked } = action
      const details = blocked === undefined ? [] : [blocked]
      return { id: `action-${id}-${of}`, kind: 'action', title: label, details, action }
    })
  return { id: `actions-${of}`, label: text.actionsOf(name), options }
}

const withOptions = (groups: Group[]) => groups.filter(({ options }) => options.length > 0)

const placeGroup = (places: readonly Place[]): Group => ({
  id: 'places',
  label: text.places,
  options: places.map(({ to, label }) => ({
    id: `place-${to}`,
    kind: 'place',
    title: label,
    details: [],
    to,
  })),
})

function found({ identities, accounts, sources }: SearchAnswer, q: string): Group[] {
  return [
    {
      id: 'identities',
      label: text.identities,
      options: [
        ...identities.items.map(identityOption),
        ...allOption('identities', identities, `/identities?${new URLSearchParams({ q })}`),
      ],
    },
    {
      id: 'accounts',
      label: text.accounts,
      options: [
        ...accounts.items.map(accountOption),
        ...allOption('accounts', accounts, `/accounts?${new URLSearchParams({ q })}`),
      ],
    },
    { id: 'sources', label: text.sources, options: sources.items.map(sourceOption) },
  ]
}

type Hits = { items: unknown[]; total: number; more: boolean }

function allOption(kind: 'identities' | 'accounts', hits: Hits, to: string): Option[] {
  if (hits.total <= hits.items.length && !hits.more) return []
  const title = text.showAll(text.count[kind](hits.total, hits.more))
  return [{ id: `all-${kind}`, kind: 'all', title, details: [], to }]
}

function identityOption(hit: SearchAnswer['identities']['items'][number]): Option {
  return {
    id: `identity-${hit.id}`,
    kind: 'identity',
    title: labelOf(hit.name) ?? text.nameless,
    // What shows why it was found comes first: a narrow screen cuts off the rest.
    details: detailsOf(shown(hit.found), hit.alias, hit.email),
    to: `/identities/${encodeURIComponent(hit.id)}`,
  }
}

function accountOption(hit: SearchAnswer['accounts']['items'][number]): Option {
  const statuses: Status[] = [
    ...(hit.disabled ? (['disabled'] as const) : []),
    ...(hit.locked ? (['locked'] as const) : []),
  ]
  const holder = hit.uncorrelated ? text.uncorrelated : hit.identityName
  const title = labelOf(hit.name) ?? labelOf(hit.nativeIdentity) ?? text.nameless
  const details = detailsOf(shown(hit.found), hit.sourceName, holder, hit.nativeIdentity)
  return {
    id: `account-${hit.id}`,
    kind: 'account',
    title,
    details: details.filter((detail) => detail !== title),
    statuses,
    to: `/accounts/${encodeURIComponent(hit.id)}`,
  }
}

function sourceOption({ id, name, type, accounts }: SearchAnswer['sources']['items'][number]) {
  return {
    id: `source-${id}`,
    kind: 'source' as const,
    title: labelOf(name) ?? text.nameless,
    details: detailsOf(type, accounts === null ? null : text.count.accounts(accounts, false)),
    to: sourcePath(id),
  }
}

const shown = (found: { field: string; value: string } | null) =>
  found && text.attribute(found.field, found.value)

const detailsOf = (...details: (string | null | undefined)[]) =>
  details.flatMap((detail) => labelOf(detail ?? undefined) ?? [])

/** What is said about the results to who does not see them. */
export function spoken({ identities, accounts, sources }: SearchAnswer, q: string): string {
  const kinds = { identities, accounts, sources }
  const counts = (['identities', 'accounts', 'sources'] as const)
    .filter((kind) => kinds[kind].total > 0)
    .map((kind) => text.count[kind](kinds[kind].total, kinds[kind].more))
  return counts.length > 0 ? text.found(counts) : text.nothing(q)
}
