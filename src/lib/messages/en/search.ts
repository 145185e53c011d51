import { formatCount } from '../../numbers.ts'

const counted = (count: number, more: boolean, one: string, many: string) =>
  `${formatCount(count)}${more ? '+' : ''} ${count === 1 && !more ? one : many}`

/** Loaded with the palette. */
export const search = {
  title: 'Search',
  placeholder: 'Search identities, accounts and sources',
  results: 'Results',
  places: 'Go to',
  actionsOf: (name: string) => `Actions for ${name}`,
  recent: 'Recent searches',
  forget: 'Forget recent searches',
  identities: 'Identities',
  accounts: 'Accounts',
  sources: 'Sources',
  nameless: 'Without a name',
  count: {
    identities: (count: number, more: boolean) => counted(count, more, 'identity', 'identities'),
    accounts: (count: number, more: boolean) => counted(count, more, 'account', 'accounts'),
    sources: (count: number, more: boolean) => counted(count, more, 'source', 'sources'),
  },
  showAll: (what: string) => `Show all ${what}`,
  uncorrelated: 'Uncorrelated',
  attribute: (field: string, value: string) => `${field}: ${value}`,
  hints: { move: 'to move', open: 'to open', close: 'to close' },
  searching: 'Searching',
  found: (counts: string[]) => `Found ${counts.join(', ')}`,
  nothing: (text: string) => `Nothing matches “${text}”`,
  nothingText:
    'Names, logins, email addresses, native identities and attribute values are searched.',
  shortText: 'One or two characters find what begins with them. Type more to search everywhere.',
  incomplete: 'The index is still being read, so some may be missing.',
}
