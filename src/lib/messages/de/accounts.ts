import type { accounts as english } from '../en/accounts.ts'

export const accounts: typeof english = {
  title: 'Konten',
  search: 'Konten suchen',
  searchHint: 'Name, E-Mail, jeder Wert',
  hintOf: (text) =>
    /^.{1,2}$/su.test(text.trim())
      ? 'Weniger als 3 Zeichen finden Namen, die damit beginnen.'
      : undefined,
  unnamed: 'Ohne Namen',
  nativeIdentity: 'native Identität',
  accountId: 'Konto-ID',
  notSet: 'Nicht gesetzt',
  unknown: 'Nicht bekannt',

  columns: {
    account: 'Konto',
    source: 'Quelle',
    native: 'Native Identität',
    identity: 'Identität',
    status: 'Status',
    entitlements: 'Rechte',
    lifecycle: 'Lebenszyklus',
    type: 'Art',
    correlated: 'Zugeordnet',
    origin: 'Herkunft',
    created: 'Angelegt',
    modified: 'Geändert',
    passwordChanged: 'Passwort geändert',
    actions: 'Aktionen',
  },

  filters: {
    source: 'Quelle',
    status: 'Status',
    type: 'Art',
    lifecycle: 'Lebenszyklus',
    password: 'Alter des Passworts',
    correlated: 'Zugeordnet',
    entitlements: 'Hat Berechtigungen',
    privileged: 'Privilegiert',
    privilegedEntitlement: 'Privilegierte Berechtigung',
    origin: 'Herkunft',
    manual: 'Von Hand zugeordnet',
    state: 'Zustand der Identität',
    connection: 'Anbindung',
    authoritative: 'Autoritative Quelle',
    created: 'Angelegt (Tage in UTC)',
    modified: 'Geändert (Tage in UTC)',
    native: 'Native Identität beginnt mit',
    attribute: 'Attribut',
    written: 'Filtertext',
    asText: 'Als Text bearbeiten',
  },
  origins: { AGGREGATED: 'Aggregiert', PROVISIONED: 'Bereitgestellt' },
  identityStates: {
    ACTIVE: 'Aktiv',
    INACTIVE_SHORT_TERM: 'Vorübergehend inaktiv',
    INACTIVE_LONG_TERM: 'Dauerhaft inaktiv',
  },
  connectionTypes: { direct: 'Direkt', file: 'Datei' },
  types: { human: 'Mensch', machine: 'Maschine' },
  statuses: { enabled: 'Aktiv', disabled: 'Deaktiviert', locked: 'Gesperrt' },
  passwordAges: {
    unknown: 'Nicht bekannt',
    'under-90-days': 'Unter 90 Tagen',
    '90-to-180-days': '90 bis 180 Tage',
    '180-to-365-days': '180 bis 365 Tage',
    'over-180-days': 'Über 180 Tage',
    'over-1-year': 'Über 1 Jahr',
  },
  attributeOperators: {
    eq: 'ist',
    sw: 'beginnt mit',
    co: 'enthält',
    set: 'ist gesetzt',
    unset: 'ist nicht gesetzt',
  },
  counts: 'Zahlen',
  soFar: 'bisher gelesen',
  bounded: 'unter den 20.000 angesehenen Konten',

  correlation: {
    uncorrelated: 'Nicht zugeordnet',
    manual: 'Von Hand',
    automatic: 'Durch Regel',
  },

  empty: {
    none: 'Noch keine Konten',
    noneText: 'Konten erscheinen hier nach der ersten Aggregation einer Quelle.',
  },
}
