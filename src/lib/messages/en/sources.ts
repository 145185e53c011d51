import { formatCount, formatDecimal } from '../../numbers.ts'

const listed = (names: string[]) => {
  const first = names.slice(0, 8).join(', ')
  return names.length > 8 ? `${first} and ${formatCount(names.length - 8)} more` : first
}

export const sources = {
  title: 'Sources',
  search: 'Search sources',
  searchHint: 'Name, type, owner or description',
  rowsLabel: 'Sources',

  columns: {
    name: 'Name',
    type: 'Type',
    health: 'Health',
    owner: 'Owner',
    authoritative: 'Authoritative',
    accounts: 'Accounts',
    uncorrelated: 'Uncorrelated',
    aggregated: 'Last aggregation',
  },
  filters: {
    health: 'Health',
    connection: 'Connection',
    authoritative: 'Authoritative',
  },
  healths: { healthy: 'Healthy', unhealthy: 'Unhealthy' },
  connections: { direct: 'Direct', file: 'Flat file' },
  /** Why a source is in that state, in words of its own state. */
  reasons: {
    SOURCE_STATE_ERROR_ACCOUNT_FILE_IMPORT: 'The last file of accounts could not be imported.',
    SOURCE_STATE_ERROR_CLUSTER: 'The cluster that reads the source reports an error.',
    SOURCE_STATE_ERROR_SOURCE: 'The source reports an error.',
    SOURCE_STATE_ERROR_VA: 'The virtual appliance that reads the source reports an error.',
    SOURCE_STATE_FAILURE_CLUSTER: 'The cluster that reads the source has failed.',
    SOURCE_STATE_FAILURE_SOURCE: 'The source has failed.',
    SOURCE_STATE_HEALTHY: '',
    SOURCE_STATE_UNCHECKED_CLUSTER: 'The cluster that reads the source has not been checked.',
    SOURCE_STATE_UNCHECKED_CLUSTER_NO_SOURCES:
      'The cluster that reads the source has no sources to check.',
    SOURCE_STATE_UNCHECKED_SOURCE: 'The source has not been checked.',
    SOURCE_STATE_UNCHECKED_SOURCE_NO_ACCOUNTS:
      'The source has not been checked: it has no accounts.',
  },
  noReason: 'The tenant gives no reason.',
  countsFailed: (why: string) => `The numbers of accounts are not up to date. ${why}`,
  tasksFailed: (why: string) => `The last aggregations are not known. ${why}`,
  soFar: 'so far',
  /** What a link of a number is called: the number alone says nothing when it is heard alone. */
  rows: (what: string, source: string, count: number, isPartial: boolean) =>
    `${what} of ${source}: ${formatCount(count)}${isPartial ? ' so far' : ''}`,

  empty: {
    none: 'No sources yet',
    noneText: 'Sources are made in the tenant. The console shows them once there is one.',
  },

  page: {
    unhealthy: 'Unhealthy',
    mayFail: 'An aggregation may fail until that is put right.',
    since: 'Since',
    numbers: 'Accounts of this source',
    accounts: 'Accounts',
    uncorrelated: 'Uncorrelated',
    locked: 'Locked',
    disabled: 'Disabled',
    notes: {
      accounts: 'All of this source',
      uncorrelated: 'No identity owns these',
      locked: 'Nobody can sign in with these',
      disabled: 'Switched off at the source',
    },
    partial: 'The index is still being read, so the numbers grow.',
    facts: 'About this source',
    type: 'Type',
    connector: 'Connector',
    connection: 'Connection',
    owner: 'Owner',
    authoritative: 'Authoritative',
    authoritativeYes: 'Yes, it makes identities',
    threshold: 'Delete threshold',
    thresholdText: (percent: number) =>
      percent > 0
        ? `${formatCount(percent)} %: an aggregation that would remove more removes nothing`
        : 'None: an aggregation removes whatever is gone',
    cluster: 'Cluster',
    created: 'Created',
    modified: 'Modified',
    features: 'Features',
    noFeatures: 'The source names none.',
    id: 'Source id',
    idLower: 'source id',
  },

  schemas: {
    title: 'Schema',
    of: (name: string) => (name === 'account' ? 'Account attributes' : `Attributes of ${name}`),
    attribute: 'Attribute',
    type: 'Type',
    marks: 'Properties',
    identity: 'Identifies the account',
    display: 'Name',
    entitlement: 'Entitlement',
    multi: 'Several values',
    types: { STRING: 'Text', LONG: 'Number', INT: 'Number', BOOLEAN: 'Yes or no', DATE: 'Date' },
    none: 'The schema has no attributes.',
    forbidden: 'The schema cannot be shown',
    count: (count: number) => (count === 1 ? '1 attribute' : `${formatCount(count)} attributes`),
  },

  aggregation: {
    title: 'Aggregation',
    start: 'Aggregate',
    running: 'An aggregation of this source is running.',
    cannot: 'The source says that it cannot be aggregated (NO_AGGREGATION).',
    never: 'The tenant knows of no aggregation in the last 90 days.',
    waits: 'It waits for its turn.',
    goesOn: 'It goes on in the tenant when you leave this page.',
    progress: 'Progress of the aggregation',
    since: 'Started',
    by: (launcher: string) => `by ${launcher}`,
    took: (duration: string) => `took ${duration}`,
    soFar: (duration: string) => `${duration} so far`,
    openTask: 'Open the task',
    all: 'All aggregations',
    recent: 'Earlier aggregations',
    unread: (why: string) => `How far it is could not be read. The console asks again. ${why}`,
    lost: 'The tenant does not know the task any more, so nobody can say how it ended.',
    counts: {
      read: 'Read',
      added: 'Added',
      changed: 'Changed',
      removed: 'Removed',
    },
    workedOn: (done: number, total: number) =>
      `${formatCount(done)} of ${formatCount(total)} differences worked on`,
    showAdded: 'Show the added ones',
    showChanged: 'Show the changed ones',
    unchanged: 'Nothing has changed.',
    notStarted: 'The aggregation was not started',
    already: 'An aggregation is running already',
    alreadyText:
      'The tenant runs one aggregation of a source at a time, so this one was not started. What is shown here is the other one.',
    alreadyFile: (name: string) =>
      `The tenant did not take ${name}. Upload it again when the running aggregation has ended.`,
    hide: 'Hide',
    started: (source: string) => `The aggregation of ${source} is running`,
    ended: {
      SUCCESS: (source: string) => `${source} is aggregated`,
      WARNING: (source: string) => `${source} is aggregated, with warnings`,
      ERROR: (source: string) => `The aggregation of ${source} failed`,
      TEMPERROR: (source: string) => `The aggregation of ${source} failed for now`,
      TERMINATED: (source: string) => `The aggregation of ${source} was stopped`,
      unknown: (source: string) => `The aggregation of ${source} has ended`,
    },
    summary: (added: number, changed: number, removed: number) =>
      `${formatCount(added)} added, ${formatCount(changed)} changed, ${formatCount(removed)} removed`,
  },

  upload: {
    title: 'Upload a file',
    drop: 'Drop a CSV file here',
    choose: 'Choose a file',
    another: 'Choose another file',
    input: 'CSV file of accounts',
    hint: (identity: string) =>
      `The first line names the columns. ${identity} has to be one of them.`,
    hintOpen: 'The first line names the columns.',
    oneFile: 'Drop one file at a time.',
    reading: (name: string) => `Reading the beginning of ${name}`,
    size: (bytes: number) =>
      bytes < 1000
        ? `${formatCount(bytes)} bytes`
        : bytes < 1e6
          ? `${formatDecimal(bytes / 1000)} kB`
          : `${formatDecimal(bytes / 1e6)} MB`,
    unreadable: (why: string) => `The file could not be read. ${why}`,
    blocked: 'This file cannot be uploaded',
    warnings: 'Worth a look before it is uploaded',
    preview: (shown: number) =>
      shown === 1 ? 'The first row' : `The first ${formatCount(shown)} rows`,
    rows: (count: number) => (count === 1 ? '1 row' : `${formatCount(count)} rows`),
    checkedStart: (bytes: string) =>
      `The file is large: its first ${bytes} were checked here. The tenant checks the rest.`,
    noSchema: (why: string) => `The columns could not be compared with the schema. ${why}`,
    identity: 'Identifies',
    unknown: 'Unknown',
    emptyName: 'No name',
    replaces: (source: string) =>
      `The file takes the place of the one before it. Accounts of ${source} that it does not name are removed.`,
    threshold: (percent: number) =>
      `Where that would be more than ${formatCount(percent)} % of them, none is removed.`,
    button: 'Upload and aggregate',
    buttonRows: (count: number) =>
      count === 1
        ? 'Upload 1 row and aggregate'
        : `Upload ${formatCount(count)} rows and aggregate`,
    cancel: 'Cancel',
    stop: 'Stop the upload',
    stopped: 'The upload was stopped. Nothing was changed.',
    sending: (name: string) => `Uploading ${name}`,
    sent: (sent: string, total: string) => `${sent} of ${total}`,
    checking: 'It is sent. The tenant checks it.',
    progress: 'Progress of the upload',
    failed: (name: string) => `${name} was not taken`,
    confirmTitle: (source: string) => `Upload a file for ${source}?`,
    confirmBody: (source: string) =>
      `${source} is authoritative: its accounts make identities. Who is new in the file becomes an identity, and an identity whose account is missing from it may lose its lifecycle state and its access.`,
  },

  check: {
    empty: 'The file is empty.',
    zip: 'This is a spreadsheet or an archive, not a CSV file. Save it as CSV UTF-8 and try again.',
    utf16: 'The file is UTF-16. Save it as CSV UTF-8 and try again.',
    zeros:
      'The file holds zero bytes, so it is no text or UTF-16. Save it as CSV UTF-8 and try again.',
    notUtf8:
      'The file is not UTF-8, so names with accents would be spoilt. Save it as CSV UTF-8 and try again.',
    noRows: 'The file has a header and no rows. It would remove every account.',
    broken: (line: number, why: string) => `Line ${formatCount(line)}: ${why}`,
    quote: 'a quote is not closed.',
    openQuote: 'a quote stands in the middle of a value. Put the whole value in quotes.',
    longRow: 'The first row is longer than what is read here. A quote may not be closed.',
    twice: (names: string[]) =>
      names.length === 1
        ? `The column ${names[0]} occurs twice.`
        : `These columns occur twice: ${listed(names)}.`,
    unnamed: 'A column has no name.',
    separator: (found: string, wanted: string) =>
      `The values are separated by ${found}, and this source takes ${wanted}.`,
    separators: {
      ',': 'commas',
      ';': 'semicolons',
      '\t': 'tabs',
      '|': 'bars',
    },
    noIdentity: (identity: string, columns: string[]) =>
      `The file has no column ${identity}, which identifies the accounts. It has ${listed(columns)}.`,
    otherCase: (found: string, wanted: string) =>
      `The column ${found} has to be called ${wanted}, which identifies the accounts.`,
    unknown: (names: string[]) =>
      names.length === 1
        ? `The schema has no attribute ${names[0]}. The column is uploaded all the same.`
        : `The schema does not have these ${formatCount(names.length)} attributes: ${listed(names)}. The columns are uploaded all the same.`,
    missing: (names: string[]) =>
      names.length === 1
        ? `The file has no column ${names[0]}. The attribute will be empty.`
        : `The file does not have these ${formatCount(names.length)} columns: ${listed(names)}. The attributes will be empty.`,
    uneven: (line: number, values: number, columns: number) =>
      `Line ${formatCount(line)} has ${formatCount(values)} values, and there are ${formatCount(columns)} columns. The tenant may refuse the file.`,
    noId: (line: number, identity: string) =>
      `Line ${formatCount(line)} has no ${identity}. The tenant may refuse the file.`,
    sameId: (line: number, value: string, first: number) =>
      `Line ${formatCount(line)} is about ${value}, which line ${formatCount(first)} is about already. The tenant may refuse the file.`,
    others: (count: number) => `And ${formatCount(count)} more lines like these.`,
  },
}
