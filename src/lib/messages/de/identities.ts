import { formatCount } from '../../numbers.ts'
import type { identities as english } from '../en/identities.ts'

export const identities: typeof english = {
  title: 'Identitäten',
  search: 'Identitäten suchen',
  searchHint: 'Name, Anmeldung, E-Mail oder Attribut',
  rowsLabel: 'Identitäten',

  columns: {
    name: 'Name',
    alias: 'Alias',
    email: 'E-Mail',
    lifecycle: 'Lebenszyklus',
    status: 'Status',
    accounts: 'Konten',
    manager: 'Vorgesetzt',
    department: 'Abteilung',
    modified: 'Geändert',
  },
  filters: {
    status: 'Status',
    processing: 'Verarbeitung',
    lifecycle: 'Lebenszyklus',
    manager: 'Anderen vorgesetzt',
    correlated: 'Zugeordnet',
  },
  statuses: {
    UNREGISTERED: 'Nicht registriert',
    REGISTERED: 'Registriert',
    PENDING: 'Ausstehend',
    WARNING: 'Warnung',
    DISABLED: 'Deaktiviert',
    ACTIVE: 'Aktiv',
    DEACTIVATED: 'Stillgelegt',
    TERMINATED: 'Ausgeschieden',
    ERROR: 'Fehler',
    LOCKED: 'Gesperrt',
  },
  processing: { OK: 'In Ordnung', ERROR: 'Mit Fehlern' },

  empty: {
    none: 'Noch keine Identitäten',
    noneText: 'Identitäten erscheinen hier, sobald eine autoritative Quelle aggregiert wurde.',
  },

  page: {
    tabs: 'Teile der Identität',
    neighbours: 'In der Liste',
    place: (at, total) => `${formatCount(at)} von ${formatCount(total)}`,
    before: (name) => `Vorige Identität: ${name}`,
    after: (name) => `Nächste Identität: ${name}`,
    isFirst: 'Die erste in der Liste',
    isLast: 'Die letzte in der Liste',
    accounts: 'Konten',
    attributes: 'Attribute',
    activity: 'Verlauf',
    email: 'E-Mail',
    manager: 'Vorgesetzt',
    lifecycle: 'Lebenszyklus',
    manual: 'von Hand gesetzt',
    alias: 'Alias',
    processing: 'Verarbeitung',
    refreshed: 'Aufgefrischt',
    modified: 'Geändert',
  },
  attributes: {
    label: 'Attribute der Identität',
    search: 'Attribute suchen',
    name: 'Attribut',
    value: 'Wert',
    none: 'Keine Attribute',
    noneText: 'Das Identitätsprofil bildet für diese Identität kein Attribut ab.',
    noMatch: 'Kein Attribut passt',
    count: (shown, total) =>
      shown === total
        ? `${formatCount(total)} Attribute`
        : `${formatCount(shown)} von ${formatCount(total)} Attributen`,
  },

  pick: {
    search: 'Identitäten suchen',
    hint: 'Name, Alias, E-Mail oder Personalnummer',
    results: 'Gefundene Identitäten',
    searching: 'Suche läuft',
    nothing: 'Keine andere Identität passt.',
    partial: 'Die Identitäten werden noch gelesen. Einige können fehlen.',
    failed: (why) => `Die Suche ist fehlgeschlagen. ${why}`,
    found: (count) =>
      count === 1 ? '1 Identität gefunden' : `${formatCount(count)} Identitäten gefunden`,
  },
  bulk: {
    label: 'Aktionen für die ausgewählten Identitäten',
    selected: (count) => `${formatCount(count)} ausgewählt`,
    clear: 'Aufheben',
  },
  logIn: {
    busy: 'Die Änderung davor ist noch in Arbeit.',
    confirmEnable: (name) => `Anmeldung von ${name} aktivieren?`,
    confirmDisable: (name) => `Anmeldung von ${name} deaktivieren?`,
    whatDisable:
      'Die Anmeldung bei Identity Security Cloud ist dann nicht mehr möglich. Konten auf anderen Quellen bleiben, wie sie sind.',
    whatEnable:
      'Die Anmeldung bei Identity Security Cloud ist dann wieder möglich. Konten auf anderen Quellen bleiben, wie sie sind.',
    enable: 'Anmeldung aktivieren',
    disable: 'Anmeldung deaktivieren',
    waiting: 'Warten auf die Bestätigung des Mandanten',
    notShown: 'Das neu gelesene Anmeldekonto zeigt es nicht.',
  },
}
