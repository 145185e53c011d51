export type Asked = {
  filters?: string
  sorters?: string
  offset?: number
  facets?: string
  limit?: number
}

/** What the median may take, in milliseconds. */
export const budgets = { question: 20, facets: 100, text: 50, offset: 50 }
export type Kind = keyof typeof budgets

export type Question = {
  name: string
  kind: Kind
  of: (accounts: number, round: number) => Asked
  /** How often it can be asked, where each time it is another question. */
  most?: number
}

const eight =
  'status,type,sourceName,cloudLifecycleState,uncorrelated,hasEntitlements,passwordChanged,attributes.department'
const sorted = [
  'name',
  '-modified',
  'nativeIdentity',
  'identity.name',
  'sourceName',
  'status',
  '-created',
  'passwordChanged',
]
const sales = 'attributes.department eq "Sales"'
const several = `(status eq "locked" or passwordChanged lt 2026-06-01) and not ${sales} and uncorrelated eq false`

const plain = (name: string, asked: Asked, kind: Kind = 'question'): Question => ({
  name,
  kind,
  of: () => asked,
})
const deep = (name: string, share: number, asked: Asked): Question => ({
  name,
  kind: 'offset',
  of: (accounts) => ({ ...asked, offset: Math.floor(accounts * share) }),
})
const textOf = (name: string, text: string) =>
  plain(name, { filters: `text co "${text}"`, sorters: 'name' }, 'text')

/** Parts of names, which nobody has asked for before. */
const parts =
  'son berg mann ander chris mar joh tin ell wil har ste pet rob ali kat eva max leo nic ' +
  'schm garc muell fern walk bak hugh ros grac oliv emm soph luc dan mich thom jam geor edw fra'
const newTexts = parts.split(' ')

export const questions: Question[] = [
  plain('first page, by name', { sorters: 'name' }),
  plain('status and source', {
    filters: 'status eq "disabled" and sourceName eq "Active Directory"',
    sorters: 'name',
  }),
  plain('attribute held in memory', { filters: sales, sorters: 'name' }),
  plain('attribute that no column holds', { filters: 'attributes.badgeNumber co "123"' }, 'text'),
  {
    name: 'text that nobody asked for before',
    kind: 'text',
    of: (_accounts, round) => ({
      filters: `text co "${newTexts[round % newTexts.length]}"`,
      sorters: 'name',
    }),
    most: newTexts.length,
  },
  textOf('text, many hits', 'example'),
  textOf('text, few hits', 'constantin'),
  textOf('text of two characters', 'ma'),
  plain('or, not and and', { filters: several, sorters: '-modified' }),
  plain('eight facets', { facets: eight, limit: 0 }, 'facets'),
  plain(
    'eight facets under a filter',
    { filters: several, facets: eight, sorters: 'name' },
    'facets',
  ),
  deep('offset at 90 %', 0.9, { sorters: 'name' }),
  deep('offset at 40 % of a filter', 0.4, { filters: 'disabled eq false', sorters: 'name' }),
  ...sorted.map((sorters) => plain(`sorted by ${sorters}`, { sorters })),
]
