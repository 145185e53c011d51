import { formatCount } from '../../numbers.ts'

const identitiesOf = (count: number) =>
  count === 1 ? '1 identity' : `${formatCount(count)} identities`

export const identities = {
  title: 'Identities',
  search: 'Search identities',
  searchHint: 'Name, login, email or attribute',
  rowsLabel: 'Identities',

  columns: {
    name: 'Name',
    alias: 'Alias',
    email: 'Email',
    lifecycle: 'Lifecycle state',
    status: 'Status',
    accounts: 'Accounts',
    manager: 'Manager',
    department: 'Department',
    modified: 'Modified',
  },
  filters: {
    status: 'Status',
    processing: 'Processing',
    lifecycle: 'Lifecycle state',
    manager: 'Manager of others',
    correlated: 'Correlated',
  },
  statuses: {
    UNREGISTERED: 'Not registered',
    REGISTERED: 'Registered',
    PENDING: 'Pending',
    WARNING: 'Warning',
    DISABLED: 'Disabled',
    ACTIVE: 'Active',
    DEACTIVATED: 'Deactivated',
    TERMINATED: 'Terminated',
    ERROR: 'Error',
    LOCKED: 'Locked',
  },
  processing: { OK: 'OK', ERROR: 'With errors' },

  empty: {
    none: 'No identities yet',
    noneText: 'Identities appear here once an authoritative source has been aggregated.',
  },

  page: {
    tabs: 'Parts of the identity',
    neighbours: 'In the list',
    place: (at: number, total: number) => `${formatCount(at)} of ${formatCount(total)}`,
    before: (name: string) => `Previous identity: ${name}`,
    after: (name: string) => `Next identity: ${name}`,
    isFirst: 'The first in the list',
    isLast: 'The last in the list',
    accounts: 'Accounts',
    attributes: 'Attributes',
    activity: 'Activity',
    email: 'Email',
    manager: 'Manager',
    lifecycle: 'Lifecycle state',
    manual: 'set by hand',
    alias: 'Alias',
    processing: 'Processing',
    refreshed: 'Refreshed',
    modified: 'Modified',
    enable: 'Enable log-in',
    disable: 'Disable log-in',
  },
  attributes: {
    label: 'Attributes of the identity',
    search: 'Search attributes',
    name: 'Attribute',
    value: 'Value',
    none: 'No attributes',
    noneText: 'The identity profile maps no attribute for this identity.',
    noMatch: 'No attribute fits',
    count: (shown: number, total: number) =>
      shown === total
        ? `${formatCount(total)} attributes`
        : `${formatCount(shown)} of ${formatCount(total)} attributes`,
  },

  /** Where somebody is asked for. */
  pick: {
    search: 'Search identities',
    hint: 'Name, alias, email or employee number',
    results: 'Identities found',
    searching: 'Searching',
    nothing: 'No other identity fits.',
    partial: 'Identities are still being read. Some may be missing.',
    failed: (why: string) => `The search failed. ${why}`,
    found: (count: number) =>
      count === 1 ? '1 identity found' : `${formatCount(count)} identities found`,
  },
  bulk: {
    label: 'Actions on the selected identities',
    selected: (count: number) => `${formatCount(count)} selected`,
    clear: 'Clear',
    enable: (count: number) => `Enable ${identitiesOf(count)}`,
    disable: (count: number) => `Disable ${identitiesOf(count)}`,
    tooMany: (limit: number) =>
      `At most ${formatCount(limit)} identities can be changed at once. Select fewer.`,
    busy: 'The change before this one is still under way.',
    confirmEnable: (count: number) => `Enable ${identitiesOf(count)}?`,
    confirmDisable: (count: number) => `Disable ${identitiesOf(count)}?`,
    whatDisable:
      'They can no longer sign in to Identity Security Cloud. Their accounts on other sources stay as they are.',
    whatEnable:
      'They can sign in to Identity Security Cloud again. Their accounts on other sources stay as they are.',
    names: (names: string[], others: number) =>
      others > 0 ? `${names.join(', ')} and ${formatCount(others)} more` : names.join(', '),
  },
  results: {
    label: 'Results',
    titleEnable: (count: number) => `Enabling ${identitiesOf(count)}`,
    titleDisable: (count: number) => `Disabling ${identitiesOf(count)}`,
    progress: (done: number, total: number) =>
      `${formatCount(done)} of ${formatCount(total)} settled`,
    finished: (confirmed: number, failed: number, unconfirmed: number) =>
      [
        `${formatCount(confirmed)} confirmed`,
        failed > 0 ? `${formatCount(failed)} failed` : '',
        unconfirmed > 0 ? `${formatCount(unconfirmed)} not confirmed` : '',
      ]
        .filter(Boolean)
        .join(', '),
    show: 'Show results',
    states: {
      sending: 'Sending',
      accepted: 'Accepted, waiting for confirmation',
      unknown: 'No answer, checking',
      confirmedEnable: 'Enabled',
      confirmedDisable: 'Disabled',
      failed: 'Failed',
      unconfirmed: 'Not confirmed',
    },
    noVerdict: 'The tenant gave no verdict for this identity.',
    notShown: 'The tenant accepted it, but the identity read again does not show it.',
    notRead: 'The tenant accepted it, but the identity could not be read again.',
    lost: 'The answer was lost, and the identity read again does not show the change.',
    refusedAs: (status: number) => `The tenant answered with status ${formatCount(status)}.`,
  },
}
