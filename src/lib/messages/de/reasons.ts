import type { reasonText as english } from '../en/reasons.ts'

export const reasons: Readonly<Record<string, string>> = {
  alreadyEnabled: 'Es ist schon aktiv.',
  alreadyDisabled: 'Es ist schon deaktiviert.',
  notLocked: 'Es ist nicht gesperrt.',
  alreadyUncorrelated: 'Es gehört schon niemandem.',
  alreadyOwned: 'Es ist schon so zugeordnet.',
  provisioned:
    'Der Mandant hat es für die bisherige Identität angelegt und kann ihr ein weiteres anlegen.',
  ownedByAnother: 'Es gehört inzwischen jemand anderem.',
  noLogIn: 'Damit meldet sich niemand beim Mandanten an.',
  notFlatFile: 'Seine Quelle ist keine Dateiquelle.',
  noFeature: 'Seine Quelle unterstützt das nicht.',
  noLevel: 'Dafür ist eine andere Benutzerebene nötig.',
  noScope: 'Den Zugangsdaten der Konsole fehlt ein Scope dafür.',
  unhealthySource: 'Seine Quelle ist gestört und kann nicht gelesen werden.',
  logInAccount: 'Es ist ein Anmeldekonto des Mandanten.',
  authoritative:
    'Seine Quelle ist autoritativ: Die Identität kann sich dadurch ändern oder verschwinden.',
  machine: 'Es gehört einer Maschine: Was damit läuft, kann stehen bleiben.',
  unknownAccount: 'Kein Konto passt zu dieser Zeile.',
  unknownIdentity: 'Die Identität dazu gibt es nicht.',
  ambiguous: 'Mehrere Konten passen zu dieser Zeile: auch die Quelle nennen.',
  doubled: 'Dasselbe Konto steht schon in einer Zeile davor.',
  gone: 'Dieses Konto gibt es nicht mehr.',
  attributesAlready: 'Seine Attribute sind schon so.',
  changedSince: 'Seine Attribute wurden seit dem Lauf geändert.',
  notChanged: 'Der Lauf hat es nicht geändert.',
  cannotUndo: 'Wie es vor dem Lauf war, weiß niemand.',
}

export const reasonText: typeof english = ({ code, text }) => reasons[code] ?? text
