import { formatCount } from '../../numbers.ts'

/** Loaded with the list of a table's columns. */
export const columns = {
  title: 'Columns',
  note: 'Their widths are changed at the edges of the headers.',
  up: (name: string) => `Move ${name} up`,
  down: (name: string) => `Move ${name} down`,
  moved: (name: string, place: number, of: number) =>
    `${name} is now column ${formatCount(place)} of ${formatCount(of)}`,
  reset: 'Usual columns',
}
