import { formatCount } from '../../numbers.ts'
import type { overview as english } from '../en/overview.ts'

export const overview: typeof english = {
  title: 'Übersicht',
  all: 'Alle Konten',
  complete: 'Alle Konten sind gelesen',
  accounts: 'Konten',
  share: 'Anteil an allen',
  rows: (label, count, isPartial) =>
    `${label}: ${isPartial ? 'bisher ' : ''}${formatCount(count)} ${count === 1 ? 'Konto' : 'Konten'}`,
  soFar: 'bisher',
  showAll: (count) => `Alle ${formatCount(count)} zeigen`,
  showFewer: 'Weniger zeigen',
  notUpToDate: (time, why) => `Nicht aktuell. Diese Zahlen sind vom Stand ${time}. ${why}`,
  incomplete: (why) => `Noch waren nicht alle Konten zu lesen. ${why}`,
  notRead: 'Die Konten waren nicht zu lesen',
  notReadText: 'Die Konsole versucht es von selbst wieder.',

  look: 'Einen Blick wert',
  tiles: {
    locked: 'Gesperrt',
    lockedNote: 'Damit kann sich niemand anmelden',
    uncorrelated: 'Nicht zugeordnet',
    uncorrelatedNote: 'Sie gehören keiner Identität',
    privileged: 'Privilegiert',
    privilegedNote: 'Mit einer privilegierten Berechtigung',
    oldPassword: 'Aktiv, altes Passwort',
    oldPasswordNote: 'Seit über 180 Tagen nicht geändert',
    left: 'Aktiv, Person ausgeschieden',
    leftNote: (states) => `Lebenszyklus ${states.join(', ')}`,
    leftUnknown: 'Kein Lebenszyklus hier sagt das',
    unchanged: 'Seit einem Jahr unverändert',
    unchangedNote: (day) => `Keine Änderung seit ${day}`,
  },

  tables: {
    status: 'Status',
    statusNote: 'Ein gesperrtes Konto ist außerdem aktiv oder deaktiviert.',
    type: 'Art',
    password: 'Alter des Passworts',
    lifecycle: 'Lebenszyklus',
    source: 'Quelle',
    privileged: 'Privilegierte Berechtigung',
    privilegedNote: 'Ein Konto kann mehrere haben.',
    privilegedNone: 'Kein Konto hat eine.',
  },
  known: (known, total) => `${formatCount(known)} von ${formatCount(total)} Berechtigungen bekannt`,
  unknownAccounts: (count) =>
    `Nicht bekannt von ${formatCount(count)} ${count === 1 ? 'Konto' : 'Konten'}`,
  notKnownYet: 'Die Berechtigungen werden noch gelesen',
  types: { human: 'Mensch', machine: 'Maschine' },
  ages: {
    'under-90-days': 'Unter 90 Tagen',
    '90-to-180-days': '90 bis 180 Tage',
    '180-to-365-days': '180 bis 365 Tage',
    'over-1-year': 'Über 1 Jahr',
    unknown: 'Nicht bekannt',
  },
  noState: 'Ohne Zustand',
  noSource: 'Ohne Quelle',
  others: 'Andere',

  empty: {
    none: 'Noch keine Konten',
    noneText: 'Zahlen erscheinen hier nach der ersten Aggregation einer Quelle.',
    look: 'Noch einmal nachsehen',
  },
}
