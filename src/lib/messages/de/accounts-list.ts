import { formatCount } from '../../numbers.ts'
import type { accountsList as english } from '../en/accounts-list.ts'

const accounts = (count: number) => (count === 1 ? '1 Konto' : `${formatCount(count)} Konten`)

export const accountsList: typeof english = {
  counts: {
    title: 'Zahlen',
    hide: 'Zahlen ausblenden',
    show: 'Zahlen einblenden',
    soFar: 'Von den bisher gelesenen Konten',
    failed: 'Die Zahlen konnten nicht geladen werden.',
    more: (count) => `Alle ${formatCount(count)} zeigen`,
    fewer: 'Weniger zeigen',
    value: (label, count) => (count === undefined ? label : `${label}, ${accounts(count)}`),
    noState: 'Ohne Zustand',
    hasEntitlements: 'Berechtigungen',
    password: 'Alter des Passworts',
    with: 'Einige',
    without: 'Keine',
    correlated: 'Zugeordnet',
    uncorrelated: 'Nicht zugeordnet',
  },
  attribute: {
    name: 'Attribut',
    operator: 'Bedingung',
    value: 'Wert',
  },
  filterText: {
    label: 'Filtertext',
    hint: 'status eq "locked" and not (attributes.department eq "Sales")',
    help: 'Pfeil nach unten für Vorschläge, Eingabe zum Anwenden',
    close: 'Filtertext schließen',
    suggestions: 'Vorschläge',
    suggested: (count) => (count === 1 ? '1 Vorschlag' : `${count} Vorschläge`),
    kept: 'Die Zeilen zeigen noch, was vorher gefragt war.',
  },
  exported: {
    open: 'CSV exportieren',
    title: 'Als CSV exportieren',
    listed: 'Wie in der Liste',
    others: 'Weitere Spalten',
    asListed: 'Spalten der Liste',
    attributes: 'Attribute',
    run: (count) => (count === undefined ? 'Konten exportieren' : `${accounts(count)} exportieren`),
    checking: 'Die Datei wird angefragt',
    started: (count) =>
      count === undefined
        ? 'Die Datei accounts.csv ist unterwegs.'
        : `${accounts(count)} sind unterwegs in accounts.csv.`,
    noColumn: 'Mindestens eine Spalte wählen',
    all: 'Alle Spalten',
    failed: 'Nicht exportiert',
    names: {
      name: 'Konto',
      status: 'Status',
      source: 'Quelle',
      nativeIdentity: 'Native Identität',
      identity: 'Identität',
      lifecycleState: 'Lebenszyklus',
      entitlements: 'Hat Berechtigungen',
      type: 'Art',
      passwordChanged: 'Passwort geändert',
      correlation: 'Zugeordnet',
      uncorrelated: 'Nicht zugeordnet',
      manuallyCorrelated: 'Von Hand zugeordnet',
      origin: 'Herkunft',
      created: 'Angelegt',
      modified: 'Geändert',
      id: 'Konto-ID',
      sourceId: 'Quellen-ID',
      identityId: 'Identitäts-ID',
    },
  },
}
