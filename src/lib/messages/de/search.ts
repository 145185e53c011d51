import { formatCount } from '../../numbers.ts'
import type { search as english } from '../en/search.ts'

const counted = (count: number, more: boolean, one: string, many: string) =>
  `${formatCount(count)}${more ? '+' : ''} ${count === 1 && !more ? one : many}`

export const search: typeof english = {
  title: 'Suche',
  placeholder: 'Identitäten, Konten und Quellen suchen',
  results: 'Treffer',
  places: 'Gehe zu',
  actionsOf: (name) => `Aktionen für ${name}`,
  recent: 'Letzte Suchen',
  forget: 'Letzte Suchen vergessen',
  identities: 'Identitäten',
  accounts: 'Konten',
  sources: 'Quellen',
  nameless: 'Ohne Namen',
  count: {
    identities: (count, more) => counted(count, more, 'Identität', 'Identitäten'),
    accounts: (count, more) => counted(count, more, 'Konto', 'Konten'),
    sources: (count, more) => counted(count, more, 'Quelle', 'Quellen'),
  },
  showAll: (what) => `${what}: alle zeigen`,
  uncorrelated: 'Nicht zugeordnet',
  attribute: (field, value) => `${field}: ${value}`,
  hints: { move: 'bewegen', open: 'öffnen', close: 'schließen' },
  searching: 'Suche läuft',
  found: (counts) => `Gefunden: ${counts.join(', ')}`,
  nothing: (text) => `Nichts passt zu „${text}“`,
  nothingText:
    'Gesucht wird in Namen, Anmeldungen, E-Mail-Adressen, nativen Identitäten und Attributwerten.',
  shortText: 'Ein oder zwei Zeichen finden, was damit beginnt. Mehr Zeichen suchen überall.',
  incomplete: 'Der Index wird noch gelesen, deshalb können einige fehlen.',
}
