import { formatCount } from '../../numbers.ts'

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
  },
  logIn: {
    busy: 'The change before this one is still under way.',
    confirmEnable: (name: string) => `Enable the log-in of ${name}?`,
    confirmDisable: (name: string) => `Disable the log-in of ${name}?`,
    whatDisable:
      'They can no longer sign in to Identity Security Cloud. Their accounts on other sources stay as they are.',
    whatEnable:
      'They can sign in to Identity Security Cloud again. Their accounts on other sources stay as they are.',
    enable: 'Enable log-in',
    disable: 'Disable log-in',
    waiting: 'Waiting for the tenant to confirm it',
    notShown: 'The log-in account, read again, does not show it.',
  },
}
