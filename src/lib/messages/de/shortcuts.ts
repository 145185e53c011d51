import type { shortcuts as english } from '../en/shortcuts.ts'

export const shortcuts: typeof english = {
  title: 'Tastenkürzel',
  list: [
    { keys: ['Strg K', '⌘ K'], does: 'Alles durchsuchen, oder zu einer Seite gehen' },
    { keys: ['/'], does: 'Diese Liste durchsuchen' },
    { keys: ['j', '↓'], does: 'Nächste Zeile' },
    { keys: ['k', '↑'], does: 'Vorige Zeile' },
    { keys: ['n', 'p'], does: 'Nächste oder vorige Identität der Liste' },
    { keys: ['Pos1'], does: 'Erste Zeile' },
    { keys: ['Ende'], does: 'Letzte Zeile' },
    { keys: ['Eingabe'], does: 'Zeile öffnen' },
    { keys: ['x', 'Leertaste'], does: 'Zeile auswählen, mit Umschalt einen Bereich' },
    { keys: ['Tab'], does: 'Von der Zeile zu ihren Aktionen' },
    { keys: ['Alt ←', 'Alt →'], does: 'Auf einer Überschrift: Spalte schmaler oder breiter' },
    { keys: ['Esc'], does: 'Seitenleiste schließen, oder Suche leeren' },
    { keys: ['?'], does: 'Diese Liste' },
  ],
}
