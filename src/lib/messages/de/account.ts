import { formatCount } from '../../numbers.ts'
import type { account as english } from '../en/account.ts'

export const account: typeof english = {
  panel: {
    title: 'Konto',
    label: (name) => `Konto ${name}`,
    close: 'Konto schließen',
    attributes: 'Attribute',
    entitlements: 'Berechtigungen',
    correlation: 'Zuordnung',
    activity: 'Verlauf',
    raw: 'JSON',
    sections: 'Teile des Kontos',
    id: 'ID',
    description: 'Beschreibung',
    identityState: 'Zustand der Identität',
    lifecycle: 'Lebenszyklus',
    connection: 'Anbindung',
    passwordUnknown: 'Die Quelle sagt es nicht',
    system: 'Anmeldekonto des Mandanten',
    gone: 'Das Konto ist nicht mehr im Mandanten',
    goneText: 'Es wurde entfernt. Die nächste Aggregation seiner Quelle kann es zurückbringen.',
  },
  attributes: {
    search: 'Attribute suchen',
    none: 'Die Quelle hat keine Attribute geliefert',
    empty: 'Leerer Text',
    noMatch: 'Kein Attribut passt',
    name: 'Attribut',
    value: 'Wert',
    secret: 'Verborgen, weil es nach einem Geheimnis aussieht',
    showSecret: 'Auf dem Bildschirm zeigen',
    hideSecret: 'Wieder verbergen',
    never: 'Nie',
    groups: {
      identity: 'Identität',
      entitlements: 'Berechtigungen',
      dates: 'Zeiten',
      other: 'Weitere',
    },
    types: {
      STRING: 'Text',
      INT: 'Zahl',
      LONG: 'Zahl',
      BOOLEAN: 'Ja oder Nein',
      DATE: 'Datum',
    },
    several: (type) => `${type}, mehrere`,
    severalShort: 'mehrere',
    typed: (type) => `Im Schema: ${type}`,
    nativeName: (name) => `Die Quelle nennt es ${name}`,
    forms: {
      iso: '',
      directory: 'wie Verzeichnisdienste es schreiben',
      filetime: 'Windows FILETIME',
      milliseconds: 'Millisekunden seit 1970',
      seconds: 'Sekunden seit 1970',
    },
    showAll: (length) => `Alle ${formatCount(length)} Zeichen zeigen`,
    showLess: 'Weniger zeigen',
    moreValues: (count) => `${formatCount(count)} weitere zeigen`,
    copyValue: (name) => `${name} kopieren`,
    count: (shown, total) =>
      shown === total
        ? total === 1
          ? '1 Attribut'
          : `${formatCount(total)} Attribute`
        : `${formatCount(shown)} von ${formatCount(total)} Attributen`,
  },
  entitlements: {
    search: 'Geladene Berechtigungen durchsuchen',
    privilegedOnly: 'Nur privilegierte',
    notHeld: 'Das Konto hat die Berechtigung nicht, die die Adresse nennt.',
    ownedBy: (name) => `Eigentümer: ${name}`,
    none: 'Das Konto hat keine Berechtigungen',
    noMatch: 'Keine der geladenen Berechtigungen passt',
    privileged: 'Privilegiert',
    more: 'Mehr laden',
    loaded: (loaded, total) =>
      loaded === total
        ? total === 1
          ? '1 Berechtigung'
          : `${formatCount(total)} Berechtigungen`
        : `${formatCount(loaded)} von ${formatCount(total)} geladen`,
    narrowed: (found, loaded) => `${formatCount(found)} von ${formatCount(loaded)} geladenen`,
    failed: 'Die Berechtigungen konnten nicht geladen werden',
    count: (count) => (count === 1 ? '1 Berechtigung' : `${formatCount(count)} Berechtigungen`),
  },
  entitlementDetails: {
    description: 'Beschreibung',
    owner: 'Eigentümer',
    alsoOwner: 'Auch Eigentümer',
    privileged: 'Privilegiert',
    requestable: 'Kann beantragt werden',
    governed: 'In der Cloud verwaltet',
    objectType: 'Objektart',
    attribute: 'Attribut',
    value: 'Wert',
    valueLower: 'Wert',
    source: 'Quelle',
    created: 'Angelegt',
    modified: 'Geändert',
    segments: 'Segmente',
    permission: 'Erlaubnis',
    id: 'ID',
    idLower: 'Berechtigungs-ID',
    forbidden: 'Zu sehen ist, was das Konto davon sagt; mehr gibt der Mandant nicht frei.',
    gone: 'Es ist nicht mehr im Mandanten. Zu sehen ist, was das Konto davon sagte.',
    failed: 'Zu sehen ist, was das Konto davon sagt; mehr war nicht zu lesen.',
  },
  correlation: {
    owner: 'Gehört',
    nobody: 'Niemandem',
    lifecycle: 'Lebenszyklus',
    identityState: 'Zustand der Identität',
    how: 'Wie',
    since: 'Seit',
    sinceUnknown: 'Der Mandant sagt es nicht',
    source: 'Quelle',
    authoritative: 'Autoritativ: Ihre Konten sagen, wer eine Person ist.',
    byHand: 'Von Hand',
    byHandOrProvisioned:
      'Von Hand, oder weil der Mandant das Konto für diese Identität angelegt hat',
    byRule: 'Durch die Zuordnung der Quelle',
    byNamedRule: (name) => `Durch die Zuordnung der Quelle, ${name}`,
    logIn: 'Es ist das Anmeldekonto der Identität',
    nobodyByHand: 'Von Hand niemandem gelassen: Aggregationen ändern das nicht',
    nobodyYet: 'Keine Identität hat gepasst. Die nächste Aggregation versucht es wieder.',
  },
  reassign: {
    title: (account) => `Wem soll ${account} gehören?`,
  },
  edit: {
    title: 'Attribute bearbeiten',
    note: 'Gesendet wird nur, was geändert wird. Vorher sind die Unterschiede zu sehen.',
    find: 'Attribut suchen',
    noFields: 'Das Schema der Quelle nennt keine Attribute.',
    noSchema: 'Das Schema der Quelle war nicht zu lesen',
    changed: 'geändert',
    identifies: 'Es identifiziert das Konto und ist nicht änderbar.',
    complex: 'Es enthält mehr als Text und ist hier nicht änderbar.',
    onePerLine: 'Ein Wert je Zeile',
    dateForm: 'Zum Beispiel 2026-03-01 oder 2026-03-01T09:30:00Z',
    notWhole: 'Nur eine ganze Zahl passt',
    tooLarge: 'Die Zahl ist zu groß für dieses Attribut',
    notDate: 'Dieses Datum gibt es nicht; zu schreiben wie 2026-03-01',
    twice: (value) => `${value} steht doppelt da`,
    changes: (count) =>
      count === 0
        ? 'Keine Änderungen'
        : count === 1
          ? '1 Änderung'
          : `${formatCount(count)} Änderungen`,
    review: 'Änderungen ansehen',
    reviewTitle: 'Was sich ändern wird',
    reviewNote: (source) =>
      `Der Datensatz im Mandanten ändert sich. Die nächste Datei, die für ${source} hochgeladen wird, kann ihn überschreiben.`,
    before: 'Vorher:',
    after: 'Nachher:',
    nothing: 'Nicht gesetzt',
    hidden: 'Ein verborgener Wert',
    meanwhile: (before) => `Jemand anders hat es inzwischen geändert. Es war: ${before}`,
    back: 'Zurück',
    save: (count) =>
      count === 1 ? '1 Änderung speichern' : `${formatCount(count)} Änderungen speichern`,
    saving: 'Es wird gespeichert, dann wird das Konto neu gelesen',
    kept: 'Die Eingaben bleiben erhalten.',
    leave: {
      title: (count) =>
        count === 1
          ? 'Verlassen, ohne 1 Änderung zu speichern?'
          : `Verlassen, ohne ${formatCount(count)} Änderungen zu speichern?`,
      body: 'Die Eingaben gehen verloren.',
      button: 'Verlassen, ohne zu speichern',
    },
  },
  copy: {
    label: 'Kopieren',
    id: 'ID kopieren',
    link: 'Link kopieren',
    curl: 'Als curl kopieren',
    noTenant: 'Die Adresse des Mandanten ist noch nicht bekannt',
  },
}
