import type { views as english } from '../en/views.ts'

const lists = { accounts: 'Konten', identities: 'Identitäten' }

export const views: typeof english = {
  button: 'Ansichten',
  of: lists,
  menu: (list) => `Ansichten: ${lists[list]}`,
  present: (name, isChanged) => (isChanged ? `Ansichten: ${name}, geändert` : `Ansichten: ${name}`),
  all: { accounts: 'Alle Konten', identities: 'Alle Identitäten' },
  changed: 'geändert',
  isDefault: 'Standard',
  isPinned: 'Angeheftet',
  none: 'Eine Ansicht merkt sich Suche, Filter und Reihenfolge dieser Liste unter einem Namen.',
  unread: 'Ihre Ansichten waren nicht zu lesen.',

  actions: (name) => `Die Ansicht ${name}`,
  update: 'Änderungen speichern',
  revert: 'Änderungen verwerfen',
  saveAs: 'Als neue Ansicht speichern',
  rename: 'Umbenennen',
  pin: 'An die Navigation heften',
  unpin: 'Von der Navigation lösen',
  makeDefault: 'Zur Standardansicht machen',
  clearDefault: 'Nicht mehr Standardansicht',
  copyLink: 'Link kopieren',
  delete: 'Löschen',

  saveTitle: 'Ansicht speichern',
  saveText: 'Sie merkt sich Suche, Filter und Reihenfolge dieser Liste, nicht die Zeilen.',
  renameTitle: (name) => `${name} umbenennen`,
  defaultChoice: (list) => `Zum Standard machen: ${lists[list]} öffnet sich damit`,
  name: 'Name',
  nameMissing: 'Die Ansicht braucht einen Namen.',
  save: 'Ansicht speichern',
  renameButton: 'Ansicht umbenennen',
  saving: 'Wird gespeichert',

  deleteTitle: (name) => `Ansicht ${name} löschen?`,
  deleteText:
    'Links zu ihr zeigen weiter dieselben Zeilen. Konten und Identitäten bleiben, wie sie sind.',
  deleteButton: 'Ansicht löschen',

  saved: (name) => `Die Ansicht ${name} ist gespeichert`,
  renamed: (name) => `Die Ansicht heißt jetzt ${name}`,
  pinned: (name) => `${name} ist in der Navigation`,
  unpinned: (name) => `${name} ist nicht mehr in der Navigation`,
  defaultSet: (name, list) => `${lists[list]} öffnet sich mit ${name}`,
  defaultCleared: (list) => `${lists[list]} öffnet sich mit allen Zeilen`,
  deleted: (name) => `Die Ansicht ${name} ist gelöscht`,
  linkCopied: 'Der Link ist kopiert',
  linkText: (name) => `Er zeigt die Zeilen von ${name} allen, die ihn in dieser Konsole öffnen.`,
  failed: 'Die Ansicht wurde nicht geändert',
  deleteFailed: 'Die Ansicht wurde nicht gelöscht',
}
