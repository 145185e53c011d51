import { formatCount } from '../../numbers.ts'
import type { compare as english } from '../en/compare.ts'

export const compare: typeof english = {
  title: 'Konten vergleichen',
  add: 'Konto hinzufügen',
  none: 'Noch nichts zu vergleichen',
  noneText: 'Zwei bis vier Konten wählen, um sie nebeneinander zu sehen.',
  failed: (id) => `Konto ${id} war nicht zu lesen`,
  leaveOut: 'Weglassen',
  leaveOutOf: (name) => `${name} weglassen`,
  differencesOnly: 'Nur Unterschiede',
  groups: { account: 'Konto', attributes: 'Attribute', entitlements: 'Berechtigungen' },
  counted: (shown, all) =>
    all === 0
      ? 'keine'
      : shown === 0
        ? `keine Unterschiede unter ${formatCount(all)}`
        : shown === all
          ? formatCount(all)
          : `${formatCount(shown)} von ${formatCount(all)} verschieden`,
  unread: 'Nicht alles war zu lesen.',
  entitlement: (name, attribute) => `${name} (${attribute})`,
  pick: 'Mit welchem Konto vergleichen?',
  search: 'Konten suchen',
  hint: 'Name, E-Mail, native Identität',
  results: 'Gefundene Konten',
  siblings: (owner) => `Andere Konten von ${owner}:`,
  searchFailed: (why) => `Die Suche ist fehlgeschlagen. ${why}`,
  nothing: 'Kein anderes Konto passt.',
  found: (count) => (count === 1 ? '1 Konto gefunden' : `${formatCount(count)} Konten gefunden`),
}
