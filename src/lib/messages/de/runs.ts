import { formatCount, formatDecimal } from '../../numbers.ts'
import type { runs as english } from '../en/runs.ts'

const accounts = (count: number) => `${formatCount(count)} ${count === 1 ? 'Konto' : 'Konten'}`
const verbs: typeof english.actions = {
  aggregate: 'Aggregieren',
  enable: 'Aktivieren',
  disable: 'Deaktivieren',
  unlock: 'Entsperren',
  remove: 'Entfernen',
  delete: 'Löschen',
  correlate: 'Zuordnen',
  reassign: 'Neu zuordnen',
  uncorrelate: 'Zuordnung aufheben',
  enableLogIn: 'Anmeldung aktivieren',
  disableLogIn: 'Anmeldung deaktivieren',
  edit: 'Attribute ändern',
}
type Action = keyof typeof verbs

function things(action: Action, count: number, only: string | undefined): string {
  if (only) return only
  if (action !== 'enableLogIn' && action !== 'disableLogIn') return accounts(count)
  return `${formatCount(count)} ${count === 1 ? 'Anmeldung' : 'Anmeldungen'}`
}

/** "34 Konten deaktivieren", "34 Konten Ann Brown zuordnen", "Zuordnung von ann.brown zurücksetzen". */
const name: typeof english.name = (action, count, { to, only, isUndo }) => {
  const what = things(action, count, only)
  switch (action) {
    case 'reassign':
      return to ? `${what} ${to} zuordnen` : `Zuordnung von ${what} zurücksetzen`
    case 'correlate':
      return to ? `${what} ${to} zuordnen` : `${what} zuordnen`
    case 'uncorrelate':
      return `Zuordnung von ${what} aufheben`
    case 'edit':
      return `Attribute von ${what} ${isUndo ? 'zurücksetzen' : 'ändern'}`
    case 'enableLogIn':
      return only ? `Anmeldung ${only} aktivieren` : `${what} aktivieren`
    case 'disableLogIn':
      return only ? `Anmeldung ${only} deaktivieren` : `${what} deaktivieren`
    default:
      return `${what} ${verbs[action].toLowerCase()}`
  }
}

export const runs: typeof english = {
  title: 'Läufe',
  rowsLabel: 'Läufe',
  itemsLabel: 'Konten des Laufs',
  actions: verbs,
  name,
  number: (number) => `Lauf ${formatCount(number)}`,
  undoes: 'Macht einen Lauf rückgängig',

  columns: {
    run: 'Lauf',
    state: 'Zustand',
    progress: 'Ergebnisse',
    operator: 'Gestartet von',
    created: 'Gestartet',
    ended: 'Beendet',
    account: 'Konto',
    source: 'Quelle',
    native: 'Native Identität',
    identity: 'Identität',
    newOwner: 'Neu zugeordnet',
    becomes: 'Wird zu',
    change: 'Vorher und nachher',
    now: 'Jetzt',
    group: 'Was geschieht',
    reason: 'Grund',
    verdict: 'Ergebnis',
    words: 'Warum',
    tracking: 'Tracking-ID',
    settled: 'Um',
  },
  states: {
    scheduled: 'Geplant',
    running: 'Läuft',
    paused: 'Angehalten',
    cancelling: 'Wird beendet',
    finished: 'Fertig',
    cancelled: 'Abgebrochen',
  },
  verdicts: {
    planned: 'Noch nicht gesendet',
    sent: 'Gesendet',
    accepted: 'In Arbeit',
    done: 'Erledigt',
    failed: 'Fehlgeschlagen',
    notConfirmed: 'Nicht bestätigt',
    skipped: 'Übersprungen',
    notSent: 'Nicht gesendet',
  },
  all: 'Alle',
  onTheWay: 'Unterwegs',
  some: (label, count) => `${label} ${formatCount(count)}`,
  progress: (done, total) => `${formatCount(done)} von ${formatCount(total)}`,
  progressLabel: 'Ergebnisse bisher',
  failedCount: (count) => `${formatCount(count)} fehlgeschlagen`,
  perSecond: (count) =>
    `${count < 10 ? formatDecimal(count) : formatCount(Math.round(count))} je Sekunde`,
  left: (duration) => `noch etwa ${duration}`,
  calls: (count) => `${formatCount(count)} ${count === 1 ? 'Aufruf' : 'Aufrufe'} beim Mandanten`,
  starts: (time) => `Beginnt ${time}`,
  running: (count) => (count === 1 ? '1 Lauf' : `${formatCount(count)} Läufe`),
  openRuns: (count, percent) =>
    `${count === 1 ? 'Ein Lauf ist' : `${formatCount(count)} Läufe sind`} in Arbeit: ${percent} %`,

  pause: 'Anhalten',
  resume: 'Fortsetzen',
  cancel: 'Lauf abbrechen',
  cancelQuestion: (left) => ({
    title: 'Diesen Lauf abbrechen?',
    body:
      left > 0
        ? `${accounts(left)} ${left === 1 ? 'wird' : 'werden'} nicht gesendet. Was schon gesendet ist, wird bis zum Ergebnis verfolgt.`
        : 'Was schon gesendet ist, wird bis zum Ergebnis verfolgt.',
    button: 'Lauf abbrechen',
  }),
  retry: (count) => `${formatCount(count)} fehlgeschlagene wiederholen`,
  sendRest: (count) => `${formatCount(count)} nicht gesendete senden`,
  undo: 'Rückgängig',
  export: 'Exportieren',
  failed: 'Das hat nicht geklappt',
  outdated: (why) => `Das ist nicht aktuell. ${why}`,
  empty: {
    none: 'Noch keine Läufe',
    noneText:
      'Konten in einer Liste auswählen und bestimmen, was mit ihnen geschieht: Das wird ein Lauf.',
    goTo: 'Zu den Konten',
  },
  noItems: { none: 'Keine Konten', noneText: 'Hier ist keines.' },
  gone: 'Diesen Lauf gibt es nicht',
  goneText: 'Der Link ist vielleicht unvollständig oder von einer anderen Konsole.',
  allRuns: 'Alle Läufe',
  search: 'Konten suchen',
  filters: { state: 'Zustand' },

  bar: {
    more: 'Mehr',
    moreActions: 'Weitere Aktionen',
    label: 'Was mit den ausgewählten Konten geschehen kann',
    selected: (count) => `${formatCount(count)} ausgewählt`,
    allMatching: (count) => `Alle ${formatCount(count)} passenden`,
    selectAll: (count) => `Alle ${formatCount(count)} auswählen`,
    clear: 'Aufheben',
    planning: 'Nachsehen, was sich ändern würde',
    failed: (why) => `Es gibt keinen Plan. ${why}`,
    reassign: 'Neu zuordnen',
    reassignTitle: (count) =>
      `Wem ${count === 1 ? 'soll dieses Konto' : count === undefined ? 'sollen sie' : `sollen diese ${accounts(count)}`} gehören?`,
    ofIdentities: {
      enableLogIn: 'Anmeldungen aktivieren',
      disableLogIn: 'Anmeldungen deaktivieren',
      enable: 'Ihre Konten aktivieren',
      disable: 'Ihre Konten deaktivieren',
    },
  },

  file: {
    button: 'Lauf aus einer Datei',
    input: 'CSV-Datei, die Konten nennt',
    title: 'Mit den Konten einer Datei arbeiten',
    reading: 'Die Datei wird gelesen',
    failed: 'Die Datei war nicht zu gebrauchen',
    broken: (why) => `Es ist keine CSV-Datei. ${why}`,
    noHeader:
      'Ihre erste Zeile muss eine Spalte id nennen, oder eine Spalte nativeIdentity und besser auch source.',
    noRows: 'Sie nennt kein Konto.',
    tooMany: (most) => `Sie hat mehr als ${formatCount(most)} Zeilen und muss geteilt werden.`,
    tooLarge: 'Sie ist größer als 20 MB und muss geteilt werden.',
    byId: (file, count) => `${file} nennt ${accounts(count)} mit ID.`,
    byNative: (file, count) => `${file} nennt ${accounts(count)} mit nativer Identität.`,
    bySource: (file, count) => `${file} nennt ${accounts(count)} mit nativer Identität und Quelle.`,
    noSource:
      'Sie hat keine Spalte source: Eine native Identität, die mehrere Quellen haben, wird nicht gefunden.',
    leftOut: (count) =>
      count === 1
        ? '1 Zeile nennt keines und wird weggelassen.'
        : `${formatCount(count)} Zeilen nennen keines und werden weggelassen.`,
    action: 'Aktion',
    next: 'Der Plan zeigt, was mit jedem geschehen würde und welche nicht gefunden wurden. Vor der Bestätigung wird nichts gesendet.',
    plan: 'Plan zeigen',
  },

  plan: {
    title: (what) => `${what}?`,
    nothing: (action) => `${verbs[action]}: nichts zu tun`,
    rowsLabel: 'Konten des Plans',
    nothingSent: 'Noch ist nichts gesendet.',
    sources: 'Quellen',
    groups: {
      willChange: 'Ändert sich',
      risky: 'Genau hinsehen',
      alreadySo: 'Ist schon so',
      notAllowed: 'Nicht erlaubt',
      unmatched: 'Nicht gefunden',
    },
    now: { enabled: 'Aktiv', disabled: 'Deaktiviert', locked: 'gesperrt' },
    drift: {
      fewer: (expected, found) =>
        `Die Liste zeigte ${accounts(expected)}; jetzt ${found === 1 ? 'ist' : 'sind'} es ${accounts(found)}.`,
      gone: (count) =>
        `${accounts(count)} der Auswahl ${count === 1 ? 'ist' : 'sind'} nicht mehr da.`,
      changed: (count) =>
        `${accounts(count)} ${count === 1 ? 'hat' : 'haben'} sich nach der Auswahl geändert.`,
    },
    leaveOut: (count) =>
      count === 1
        ? 'Das eine zum genauen Hinsehen weglassen'
        : `Die ${formatCount(count)} zum genauen Hinsehen weglassen`,
    later: 'Später beginnen',
    laterAt: 'Beginn',
    past: 'Diese Zeit ist vorbei',
    typeCount: (count) => `Zum Bestätigen ${count} eingeben`,
    schedule: (what) => `Planen: ${what}`,
    back: 'Nicht senden',
    started: 'Dieser Plan ist gestartet.',
    openRun: 'Lauf öffnen',
    failed: (why) => `Der Lauf wurde nicht gestartet. ${why}`,
    gone: 'Diesen Plan gibt es nicht',
    goneText: 'Ein Plan, der nicht gestartet wird, ist nach einem Tag vergessen.',
    of: (line) => `Zeile ${formatCount(line)}`,
  },

  audit: {
    title: 'Protokoll',
    rowsLabel: 'Was getan wurde',
    columns: {
      at: 'Wann',
      operator: 'Wer',
      event: 'Was',
      action: 'Aktion',
      account: 'Konto',
      change: 'Vorher und nachher',
      words: 'Worte',
      run: 'Lauf',
    },
    events: {
      runScheduled: 'Lauf geplant',
      runStarted: 'Lauf gestartet',
      runPaused: 'Lauf angehalten',
      runResumed: 'Lauf fortgesetzt',
      runCancelled: 'Lauf abgebrochen',
      runRetried: 'Lauf wiederholt',
      runFinished: 'Lauf fertig',
      done: 'Erledigt',
      failed: 'Fehlgeschlagen',
      notConfirmed: 'Nicht bestätigt',
      skipped: 'Übersprungen',
      notSent: 'Nicht gesendet',
    },
    filters: { action: 'Aktion', events: 'Was', days: 'Wann' },
    of: accounts,
    state: {
      enabled: 'aktiv',
      disabled: 'deaktiviert',
      locked: 'gesperrt',
      gone: 'weg',
      uncorrelated: 'nicht zugeordnet',
    },
    change: (before, after) => `${before} → ${after}`,
    attribute: (name, value) => `${name}: ${value}`,
    hidden: 'verborgen',
    nothing: 'nichts',
    empty: { none: 'Noch nichts', noneText: 'Jeder Lauf hinterlässt hier je Konto eine Zeile.' },
    search: 'Protokoll durchsuchen',
  },
  activity: {
    label: 'Verlauf',
    by: (operator) => `von ${operator}`,
    none: {
      account: 'An diesem Konto wurde noch nichts getan',
      identity: 'Noch wurde nichts getan',
    },
    noneText:
      'Hier steht, was in dieser Konsole damit getan wurde, von wem und mit welchem Ergebnis. Was die Quelle oder andere Werkzeuge tun, steht hier nicht.',
    more: 'Ältere zeigen',
    tracking: 'Tracking-ID',
  },
}
