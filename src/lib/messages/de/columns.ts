import { formatCount } from '../../numbers.ts'
import type { columns as english } from '../en/columns.ts'

export const columns: typeof english = {
  title: 'Spalten',
  note: 'Ihre Breite ändert sich an den Rändern der Überschriften.',
  up: (name) => `${name} nach oben`,
  down: (name) => `${name} nach unten`,
  moved: (name, place, of) =>
    `${name} ist jetzt Spalte ${formatCount(place)} von ${formatCount(of)}`,
  reset: 'Übliche Spalten',
}
