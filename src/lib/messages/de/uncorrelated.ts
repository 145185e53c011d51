import { formatCount } from '../../numbers.ts'
import type { uncorrelated as english } from '../en/uncorrelated.ts'

const counted = (count: number, one: string, many: string) =>
  count === 1 ? `1 ${one}` : `${formatCount(count)} ${many}`
const accountsOf = (count: number) => counted(count, 'Konto', 'Konten')
const suggestionsOf = (count: number) => counted(count, 'Vorschlag', 'Vorschläge')

export const uncorrelated: typeof english = {
  title: 'Nicht zugeordnet',
  label: 'Nicht zugeordnete Konten',
  more: (count) => `${formatCount(count)} weitere zeigen`,
  loadingMore: 'Weitere werden geladen',
  partial: (read, total) =>
    total === null
      ? 'Die Konten werden noch gelesen. Weitere können folgen.'
      : `${formatCount(read)} von ${formatCount(total)} Konten sind gelesen. Weitere können folgen.`,
  peoplePartial: 'Die Identitäten werden noch gelesen. Vorschläge können fehlen.',
  peopleUnread: (why) =>
    `Die Identitäten waren nicht zu lesen, deshalb gibt es keine Vorschläge. ${why}`,
  notUpToDate: (why) => `Nicht aktualisiert. Die Zeilen können veraltet sein. ${why}`,

  views: {
    label: 'Welche Konten',
    open: 'Zu tun',
    skipped: 'Übersprungen',
    machine: 'Keine Person',
    count: (name, count) => `${name} (${formatCount(count)})`,
  },
  columns: {
    select: 'Auswählen',
    account: 'Konto',
    owner: 'Vorgeschlagene Identität',
    selectClear: 'Die klaren Vorschläge auswählen',
    selectNone: 'Keine auswählen',
    score: 'Punkte',
    actions: 'Aktionen',
  },
  nativeIdentity: 'native Identität',
  unnamed: 'Ohne Namen',
  sources: { none: 'Ohne Quelle' },

  evidence: {
    label: (name) => `Warum ${name}`,
    kinds: {
      email: 'E-Mail',
      employeeNumber: 'Personalnummer',
      login: 'Anmeldung',
      name: 'Name',
    },
    equal: 'gleich',
    alike: (percent) => `zu ${percent} % gleich`,
    almost: (value) => `fast ${value}`,
    differs: (value) => `anders als ${value}`,
    of: (value) => `bei der Identität ${value}`,
  },
  score: (score) => `${score} von 100 Punkten`,
  none: 'Kein Vorschlag',
  noneText: 'Weder E-Mail noch Nummer, Anmeldung oder Name führt zu einer Identität.',
  ambiguous: 'Mehr als eine Identität passt etwa gleich gut. Bitte eine wählen.',
  chosen: 'Von Hand gewählt',

  accept: 'Annehmen',
  acceptOf: (owner, account) => `${account} ${owner} zuordnen`,
  choose: 'Wählen',
  chooseOther: 'Andere wählen',
  chooseOf: (account) => `Wählen, wem ${account} gehört`,
  moreOf: (account) => `Mehr zu ${account}`,
  skip: 'Überspringen',
  notPerson: 'Keine Person',
  putBack: 'Zurücklegen',
  putBackOf: (account) => `${account} zurücklegen`,
  skipped: (account) => `${account} ist übersprungen, bis der Browser geschlossen wird`,
  setAside: (account) => `${account} ist als keine Person vermerkt`,
  markFailed: 'Das Konto konnte nicht als keine Person vermerkt werden',
  putBackFailed: 'Das Konto konnte nicht zurückgelegt werden',
  markedBy: (operator) => `Vermerkt von ${operator}`,
  moreMarked: 'Mehr zeigen',
  back: (account) => `${account} ist wieder zu tun`,

  bar: {
    label: 'Ausgewählte Vorschläge',
    accept: (count) => `${suggestionsOf(count)} annehmen`,
    none: 'Keine auswählen',
  },
  confirm: {
    title: (count) => `${suggestionsOf(count)} annehmen?`,
    text: 'Jedes Konto gehört dann der Identität daneben, und sie kann es benutzen.',
    risky: (count) =>
      count === 1
        ? 'Eines davon ist auf einer autoritativen Quelle; danach wird einzeln gefragt.'
        : `${formatCount(count)} davon sind auf einer autoritativen Quelle; danach wird einzeln gefragt.`,
    list: 'Konten und wem sie dann gehören',
    to: 'an',
    cancel: 'Abbrechen',
  },

  authoritative: {
    title: (account, owner) => `${account} an ${owner} geben?`,
    kind: (source) =>
      `${source} ist autoritativ: Ihre Konten sagen, wer eine Person ist und was von ihr bekannt ist.`,
    follows: (owner) =>
      `${owner} kann die Werte dieses Kontos übernehmen und Zugänge verlieren oder bekommen, die davon abhängen.`,
    hidden: 'Die Identität, die bisher für das Konto steht, kann gelöscht werden.',
    button: (owner) => `An ${owner} geben`,
    leftOut: (count) => `${accountsOf(count)} weggelassen`,
  },

  states: {
    waiting: 'Wartet',
    sending: 'Wird gesendet',
    checking: 'Wird geprüft',
    confirmed: (owner) => `Gehört ${owner}`,
    failed: 'Fehlgeschlagen',
    unconfirmed: 'Nicht bestätigt',
    taken: 'Gehört jemand anderem',
  },
  words: {
    gone: 'Der Mandant hat dieses Konto nicht mehr. Nichts wurde gesendet.',
    authoritative:
      'Seine Quelle ist inzwischen autoritativ. Nichts wurde gesendet: Noch einmal annehmen und den Namen der Identität eingeben.',
    notShown:
      'Der Mandant hat es angenommen, aber das Konto zeigt es noch nicht. Später noch einmal nachsehen.',
    notSent: 'Der Lauf wurde abgebrochen, bevor es gesendet war.',
  },
  outcome: {
    run: 'Lauf öffnen',
    label: 'Was daraus wurde',
    progress: (done, total) => `${formatCount(done)} von ${formatCount(total)} Konten fertig`,
    finished: (confirmed, failed, unconfirmed) =>
      [
        `${accountsOf(confirmed)} zugeordnet`,
        failed > 0 && `${formatCount(failed)} fehlgeschlagen`,
        unconfirmed > 0 && `${formatCount(unconfirmed)} nicht bestätigt`,
      ]
        .filter(Boolean)
        .join(', '),
    stays: 'Es geht weiter, auch wenn diese Seite verlassen wird.',
    close: 'Ergebnis schließen',
    retry: (count) => `${formatCount(count)} noch einmal versuchen`,
  },

  picker: {
    title: (account) => `Wem gehört ${account}?`,
    suggested: 'Vorgeschlagen',
    search: 'Identitäten suchen',
    hint: 'Name, Alias, E-Mail oder Personalnummer',
    results: 'Gefundene Identitäten',
    searching: 'Suche läuft',
    nothing: 'Keine Identität passt.',
    partial: 'Die Identitäten werden noch gelesen. Einige können fehlen.',
    failed: (why) => `Die Suche ist fehlgeschlagen. ${why}`,
    found: (count) => `${counted(count, 'Identität', 'Identitäten')} gefunden`,
    cancel: 'Abbrechen',
  },

  csv: {
    download: 'CSV herunterladen',
    downloaded: (count) => `${counted(count, 'Zeile', 'Zeilen')} heruntergeladen`,
    upload: 'CSV hochladen',
    file: 'CSV-Datei, die sagt, wem Konten gehören',
    incomplete: 'Möglich, sobald alle Konten und Identitäten gelesen sind',
    title: 'Zuordnungen aus einer Datei',
    reading: (done, total) =>
      `${formatCount(done)} von ${formatCount(total)} Zeilen nachgeschlagen`,
    failed: 'Die Datei war nicht zu gebrauchen',
    noHeader: 'Ihre erste Zeile muss die Spalten account und userName nennen.',
    noRows: 'Sie hat keine Zeilen.',
    tooMany: (most) => `Sie hat mehr als ${formatCount(most)} Zeilen und muss geteilt werden.`,
    broken: (why) => `Es ist keine CSV-Datei. ${why}`,
    change: (count) => `Wird zugeordnet (${formatCount(count)})`,
    already: (count) => `Ist schon so (${formatCount(count)})`,
    blocked: (count) => `Nicht möglich (${formatCount(count)})`,
    leftOut: (count) =>
      count === 1
        ? '1 Zeile nennt keinen userName und wird weggelassen.'
        : `${formatCount(count)} Zeilen nennen keinen userName und werden weggelassen.`,
    nothing: 'Es gibt nichts zu senden.',
    line: (line) => `Zeile ${formatCount(line)}`,
    noAccount: (account) => `Es gibt kein Konto mit der nativen Identität ${account}.`,
    someAccounts: (account) => `Mehrere Konten haben die native Identität ${account}.`,
    noIdentity: (userName) => `Es gibt keine Identität mit dem userName ${userName}.`,
    someIdentities: (userName) => `Mehrere Identitäten haben den userName ${userName}.`,
    owned: (owner) => `Das Konto gehört ${owner}.`,
    twice: 'Die Datei nennt für dieses Konto noch jemand anderen.',
    correlate: (count) => `${accountsOf(count)} zuordnen`,
    cancel: 'Abbrechen',
    close: 'Schließen',
  },

  empty: {
    none: 'Jedes Konto gehört jemandem',
    noneText: 'Konten, die keiner Identität gehören, erscheinen hier nach einer Aggregation.',
    noneYet: 'Bisher kein Konto ohne Zuordnung',
    noneYetText: 'Die Konten werden noch gelesen.',
    allDone: 'Nichts ist mehr zu tun',
    allDoneText: 'Was nicht zugeordnet ist, ist übersprungen oder als keine Person vermerkt.',
    skipped: 'Nichts ist übersprungen',
    skippedText: 'Übersprungene Konten bleiben hier, bis der Browser geschlossen wird.',
    machine: 'Nichts ist vermerkt',
    machineText:
      'Konten, die keine Person sind, bleiben hier, für alle, die mit diesem Mandanten arbeiten.',
    machineNote:
      'Alle, die mit diesem Mandanten arbeiten, sehen diese Vermerke. Einer endet, sobald das Konto jemandem gehört.',
    machinePartial: 'Die Konten werden noch gelesen, deshalb können einige fehlen.',
    skippedNote: 'Übersprungen, bis der Browser geschlossen wird.',
  },
}
