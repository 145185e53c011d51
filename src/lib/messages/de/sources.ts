import { formatCount, formatDecimal } from '../../numbers.ts'
import type { sources as english } from '../en/sources.ts'

const listed = (names: string[]) => {
  const first = names.slice(0, 8).join(', ')
  return names.length > 8 ? `${first} und ${formatCount(names.length - 8)} weitere` : first
}

export const sources: typeof english = {
  title: 'Quellen',
  search: 'Quellen suchen',
  searchHint: 'Name, Art, Eigentümer oder Beschreibung',
  rowsLabel: 'Quellen',

  columns: {
    name: 'Name',
    type: 'Art',
    health: 'Befinden',
    owner: 'Eigentümer',
    authoritative: 'Autoritativ',
    accounts: 'Konten',
    uncorrelated: 'Nicht zugeordnet',
    aggregated: 'Letzte Aggregation',
  },
  filters: {
    health: 'Befinden',
    connection: 'Anbindung',
    authoritative: 'Autoritativ',
  },
  healths: { healthy: 'In Ordnung', unhealthy: 'Gestört' },
  connections: { direct: 'Direkt', file: 'Datei' },
  reasons: {
    SOURCE_STATE_ERROR_ACCOUNT_FILE_IMPORT:
      'Die letzte Datei mit Konten konnte nicht importiert werden.',
    SOURCE_STATE_ERROR_CLUSTER: 'Der Cluster, der die Quelle liest, meldet einen Fehler.',
    SOURCE_STATE_ERROR_SOURCE: 'Die Quelle meldet einen Fehler.',
    SOURCE_STATE_ERROR_VA: 'Die virtuelle Appliance, die die Quelle liest, meldet einen Fehler.',
    SOURCE_STATE_FAILURE_CLUSTER: 'Der Cluster, der die Quelle liest, ist ausgefallen.',
    SOURCE_STATE_FAILURE_SOURCE: 'Die Quelle ist ausgefallen.',
    SOURCE_STATE_HEALTHY: '',
    SOURCE_STATE_UNCHECKED_CLUSTER: 'Der Cluster, der die Quelle liest, wurde nicht geprüft.',
    SOURCE_STATE_UNCHECKED_CLUSTER_NO_SOURCES:
      'Der Cluster, der die Quelle liest, hat keine Quellen zu prüfen.',
    SOURCE_STATE_UNCHECKED_SOURCE: 'Die Quelle wurde nicht geprüft.',
    SOURCE_STATE_UNCHECKED_SOURCE_NO_ACCOUNTS:
      'Die Quelle wurde nicht geprüft: Sie hat keine Konten.',
  },
  noReason: 'Der Mandant nennt keinen Grund.',
  countsFailed: (why) => `Die Zahlen der Konten sind nicht aktuell. ${why}`,
  tasksFailed: (why) => `Die letzten Aggregationen sind nicht bekannt. ${why}`,
  soFar: 'bisher',
  rows: (what, source, count, isPartial) =>
    `${what} von ${source}: ${isPartial ? 'bisher ' : ''}${formatCount(count)}`,

  empty: {
    none: 'Noch keine Quellen',
    noneText: 'Quellen werden im Mandanten angelegt. Die Konsole zeigt sie, sobald es eine gibt.',
  },

  page: {
    unhealthy: 'Gestört',
    mayFail: 'Eine Aggregation kann fehlschlagen, bis das behoben ist.',
    since: 'Seit',
    numbers: 'Konten dieser Quelle',
    accounts: 'Konten',
    uncorrelated: 'Nicht zugeordnet',
    locked: 'Gesperrt',
    disabled: 'Deaktiviert',
    notes: {
      accounts: 'Alle dieser Quelle',
      uncorrelated: 'Sie gehören keiner Identität',
      locked: 'Damit kann sich niemand anmelden',
      disabled: 'An der Quelle abgeschaltet',
    },
    partial: 'Der Index wird noch gelesen, deshalb wachsen die Zahlen.',
    facts: 'Über diese Quelle',
    type: 'Art',
    connector: 'Konnektor',
    connection: 'Anbindung',
    owner: 'Eigentümer',
    authoritative: 'Autoritativ',
    authoritativeYes: 'Ja, aus ihr entstehen Identitäten',
    threshold: 'Löschschwelle',
    thresholdText: (percent) =>
      percent > 0
        ? `${formatCount(percent)} %: Eine Aggregation, die mehr entfernen würde, entfernt nichts`
        : 'Keine: Eine Aggregation entfernt, was nicht mehr da ist',
    cluster: 'Cluster',
    created: 'Angelegt',
    modified: 'Geändert',
    features: 'Fähigkeiten',
    noFeatures: 'Die Quelle nennt keine.',
    id: 'Quellen-ID',
    idLower: 'Quellen-ID',
  },

  schemas: {
    title: 'Schema',
    of: (name) => (name === 'account' ? 'Attribute der Konten' : `Attribute von ${name}`),
    attribute: 'Attribut',
    type: 'Art',
    marks: 'Eigenschaften',
    identity: 'Identifiziert das Konto',
    display: 'Name',
    entitlement: 'Berechtigung',
    multi: 'Mehrere Werte',
    types: { STRING: 'Text', LONG: 'Zahl', INT: 'Zahl', BOOLEAN: 'Ja oder Nein', DATE: 'Datum' },
    none: 'Das Schema hat keine Attribute.',
    forbidden: 'Das Schema kann nicht gezeigt werden',
    count: (count) => (count === 1 ? '1 Attribut' : `${formatCount(count)} Attribute`),
  },

  aggregation: {
    title: 'Aggregation',
    start: 'Aggregieren',
    running: 'Eine Aggregation dieser Quelle läuft.',
    cannot: 'Die Quelle sagt, dass sie nicht aggregiert werden kann (NO_AGGREGATION).',
    never: 'Der Mandant weiß von keiner Aggregation in den letzten 90 Tagen.',
    waits: 'Sie wartet, bis sie an der Reihe ist.',
    goesOn: 'Sie geht im Mandanten weiter, auch wenn diese Seite verlassen wird.',
    progress: 'Fortschritt der Aggregation',
    since: 'Gestartet',
    by: (launcher) => `von ${launcher}`,
    took: (duration) => `dauerte ${duration}`,
    soFar: (duration) => `bisher ${duration}`,
    openTask: 'Aufgabe öffnen',
    all: 'Alle Aggregationen',
    recent: 'Frühere Aggregationen',
    unread: (why) => `Wie weit sie ist, war nicht zu lesen. Die Konsole fragt wieder. ${why}`,
    lost: 'Der Mandant kennt die Aufgabe nicht mehr, deshalb weiß niemand, wie sie endete.',
    counts: {
      read: 'Gelesen',
      added: 'Neu',
      changed: 'Geändert',
      removed: 'Entfernt',
    },
    workedOn: (done, total) =>
      `${formatCount(done)} von ${formatCount(total)} Unterschieden bearbeitet`,
    showAdded: 'Die neuen zeigen',
    showChanged: 'Die geänderten zeigen',
    unchanged: 'Nichts hat sich geändert.',
    notStarted: 'Die Aggregation wurde nicht gestartet',
    already: 'Eine Aggregation läuft schon',
    alreadyText:
      'Der Mandant führt je Quelle eine Aggregation auf einmal aus, deshalb wurde diese nicht gestartet. Zu sehen ist die andere.',
    alreadyFile: (name) =>
      `Der Mandant hat ${name} nicht angenommen. Nach dem Ende der laufenden Aggregation noch einmal hochladen.`,
    hide: 'Ausblenden',
    started: (source) => `Die Aggregation von ${source} läuft`,
    ended: {
      SUCCESS: (source) => `${source} ist aggregiert`,
      WARNING: (source) => `${source} ist aggregiert, mit Warnungen`,
      ERROR: (source) => `Die Aggregation von ${source} ist fehlgeschlagen`,
      TEMPERROR: (source) => `Die Aggregation von ${source} ist vorläufig fehlgeschlagen`,
      TERMINATED: (source) => `Die Aggregation von ${source} wurde abgebrochen`,
      unknown: (source) => `Die Aggregation von ${source} ist zu Ende`,
    },
    summary: (added, changed, removed) =>
      `${formatCount(added)} neu, ${formatCount(changed)} geändert, ${formatCount(removed)} entfernt`,
  },

  upload: {
    title: 'Datei hochladen',
    drop: 'CSV-Datei hier ablegen',
    choose: 'Datei wählen',
    another: 'Andere Datei wählen',
    input: 'CSV-Datei mit Konten',
    hint: (identity) => `Die erste Zeile nennt die Spalten. ${identity} muss darunter sein.`,
    hintOpen: 'Die erste Zeile nennt die Spalten.',
    oneFile: 'Nur eine Datei auf einmal ablegen.',
    reading: (name) => `Der Anfang von ${name} wird gelesen`,
    size: (bytes) =>
      bytes < 1000
        ? `${formatCount(bytes)} Bytes`
        : bytes < 1e6
          ? `${formatDecimal(bytes / 1000)} kB`
          : `${formatDecimal(bytes / 1e6)} MB`,
    unreadable: (why) => `Die Datei war nicht zu lesen. ${why}`,
    blocked: 'Diese Datei kann nicht hochgeladen werden',
    warnings: 'Vor dem Hochladen einen Blick wert',
    preview: (shown) =>
      shown === 1 ? 'Die erste Zeile' : `Die ersten ${formatCount(shown)} Zeilen`,
    rows: (count) => (count === 1 ? '1 Zeile' : `${formatCount(count)} Zeilen`),
    checkedStart: (bytes) =>
      `Die Datei ist groß: Hier wurden die ersten ${bytes} geprüft. Den Rest prüft der Mandant.`,
    noSchema: (why) => `Die Spalten konnten nicht mit dem Schema verglichen werden. ${why}`,
    identity: 'Identifiziert',
    unknown: 'Unbekannt',
    emptyName: 'Ohne Namen',
    replaces: (source) =>
      `Die Datei tritt an die Stelle der vorigen. Konten von ${source}, die sie nicht nennt, werden entfernt.`,
    threshold: (percent) => `Wären das mehr als ${formatCount(percent)} %, wird keines entfernt.`,
    button: 'Hochladen und aggregieren',
    buttonRows: (count) =>
      count === 1
        ? '1 Zeile hochladen und aggregieren'
        : `${formatCount(count)} Zeilen hochladen und aggregieren`,
    cancel: 'Abbrechen',
    stop: 'Hochladen abbrechen',
    stopped: 'Das Hochladen wurde abgebrochen. Nichts wurde geändert.',
    sending: (name) => `${name} wird hochgeladen`,
    sent: (sent, total) => `${sent} von ${total}`,
    checking: 'Sie ist gesendet. Der Mandant prüft sie.',
    progress: 'Fortschritt des Hochladens',
    failed: (name) => `${name} wurde nicht angenommen`,
    confirmTitle: (source) => `Datei für ${source} hochladen?`,
    confirmBody: (source) =>
      `${source} ist autoritativ: Aus ihren Konten entstehen Identitäten. Wer neu in der Datei steht, wird eine Identität, und eine Identität, deren Konto darin fehlt, kann Lebenszyklus und Zugänge verlieren.`,
  },

  check: {
    empty: 'Die Datei ist leer.',
    zip: 'Das ist eine Tabelle oder ein Archiv, keine CSV-Datei. Als CSV UTF-8 speichern und noch einmal versuchen.',
    utf16: 'Die Datei ist UTF-16. Als CSV UTF-8 speichern und noch einmal versuchen.',
    zeros:
      'Die Datei enthält Nullbytes, ist also kein Text oder UTF-16. Als CSV UTF-8 speichern und noch einmal versuchen.',
    notUtf8:
      'Die Datei ist nicht UTF-8, Namen mit Akzenten würden verdorben. Als CSV UTF-8 speichern und noch einmal versuchen.',
    noRows: 'Die Datei hat einen Kopf und keine Zeilen. Sie würde jedes Konto entfernen.',
    broken: (line, why) => `Zeile ${formatCount(line)}: ${why}`,
    quote: 'ein Anführungszeichen ist nicht geschlossen.',
    openQuote:
      'mitten in einem Wert steht ein Anführungszeichen. Den ganzen Wert in Anführungszeichen setzen.',
    longRow:
      'Die erste Zeile ist länger, als hier gelesen wird. Vielleicht ist ein Anführungszeichen nicht geschlossen.',
    twice: (names) =>
      names.length === 1
        ? `Die Spalte ${names[0]} kommt zweimal vor.`
        : `Diese Spalten kommen zweimal vor: ${listed(names)}.`,
    unnamed: 'Eine Spalte hat keinen Namen.',
    separator: (found, wanted) =>
      `Die Werte sind durch ${found} getrennt, und diese Quelle erwartet ${wanted}.`,
    separators: {
      ',': 'Kommas',
      ';': 'Semikolons',
      '\t': 'Tabulatoren',
      '|': 'senkrechte Striche',
    },
    noIdentity: (identity, columns) =>
      `Die Datei hat keine Spalte ${identity}, die die Konten identifiziert. Sie hat ${listed(columns)}.`,
    otherCase: (found, wanted) =>
      `Die Spalte ${found} muss ${wanted} heißen; sie identifiziert die Konten.`,
    unknown: (names) =>
      names.length === 1
        ? `Das Schema hat kein Attribut ${names[0]}. Die Spalte wird trotzdem hochgeladen.`
        : `Das Schema hat diese ${formatCount(names.length)} Attribute nicht: ${listed(names)}. Die Spalten werden trotzdem hochgeladen.`,
    missing: (names) =>
      names.length === 1
        ? `Die Datei hat keine Spalte ${names[0]}. Das Attribut wird leer sein.`
        : `Die Datei hat diese ${formatCount(names.length)} Spalten nicht: ${listed(names)}. Die Attribute werden leer sein.`,
    uneven: (line, values, columns) =>
      `Zeile ${formatCount(line)} hat ${formatCount(values)} Werte bei ${formatCount(columns)} Spalten. Der Mandant kann die Datei ablehnen.`,
    noId: (line, identity) =>
      `In Zeile ${formatCount(line)} fehlt ${identity}. Der Mandant kann die Datei ablehnen.`,
    sameId: (line, value, first) =>
      `Zeile ${formatCount(line)} handelt von ${value}, wie schon Zeile ${formatCount(first)}. Der Mandant kann die Datei ablehnen.`,
    others: (count) => `Und ${formatCount(count)} weitere solche Zeilen.`,
  },
}
