import { formatCount } from '../../numbers.ts'

export const accounts = {
  title: 'Accounts',
  search: 'Search accounts',
  searchHint: 'Account, native id, identity',
  unnamed: 'No name',
  nativeIdentity: 'native identity',
  accountId: 'account id',
  notSet: 'Not set',
  never: 'Never',

  identityCount: (shown: number, total: number) =>
    shown < total
      ? `The first ${formatCount(shown)} of ${formatCount(total)} accounts`
      : total === 1
        ? '1 account'
        : `${formatCount(total)} accounts`,

  columns: {
    account: 'Account',
    source: 'Source',
    native: 'Native identity',
    identity: 'Identity',
    status: 'Status',
    entitlements: 'Entitlements',
    type: 'Type',
    correlated: 'Correlated',
    origin: 'Origin',
    created: 'Created',
    modified: 'Modified',
    passwordChanged: 'Password changed',
    lastRead: 'Last updated',
    actions: 'Actions',
  },

  filters: {
    source: 'Source',
    correlated: 'Correlated',
    entitlements: 'Has entitlements',
    origin: 'Origin',
    manual: 'Manually correlated',
    state: 'Identity state',
    connection: 'Connection',
    authoritative: 'Authoritative source',
    created: 'Created (UTC days)',
    modified: 'Modified (UTC days)',
    native: 'Native identity starts with',
  },
  origins: { AGGREGATED: 'Aggregated', PROVISIONED: 'Provisioned' },
  identityStates: {
    ACTIVE: 'Active',
    INACTIVE_SHORT_TERM: 'Inactive, short term',
    INACTIVE_LONG_TERM: 'Inactive, long term',
  },
  connectionTypes: { direct: 'Direct', file: 'File' },
  types: { human: 'Human', machine: 'Machine' },
  correlation: {
    uncorrelated: 'Uncorrelated',
    manual: 'By hand',
    automatic: 'By rule',
  },

  actions: {
    more: 'Actions',
    aggregate: 'Aggregate',
    enable: 'Enable',
    disable: 'Disable',
    unlock: 'Unlock',
    remove: 'Remove',
  },
  underWay: {
    aggregate: 'Aggregation is under way',
    enable: 'Enabling is under way',
    disable: 'Disabling is under way',
    unlock: 'Unlocking is under way',
    remove: 'Removal is under way',
  },
  blocked: {
    needsLevel: (levels: string) => `It needs the user level ${levels}`,
    needsScope: (scope: string) => `The console's client lacks the scope ${scope}`,
    refused: (words: string) => `The tenant refused it earlier: ${words}`,
    alreadyEnabled: 'The account is already enabled',
    alreadyDisabled: 'The account is already disabled',
    notLocked: 'The account is not locked',
    cannotEnable: 'The source cannot enable or disable accounts',
    cannotUnlock: 'The source cannot unlock accounts',
    unhealthy: (source: string) => `${source} is not healthy`,
  },
  confirm: {
    disable: {
      title: (name: string) => `Disable ${name}?`,
      body: (source: string) =>
        `The account can no longer be used on ${source} until it is enabled again.`,
      button: 'Disable account',
    },
    remove: {
      title: (name: string) => `Remove ${name}?`,
      body: (source: string) =>
        `This deletes the record of the account in the tenant only. The account on ${source} stays, and the next aggregation of ${source} brings the record back.`,
      button: 'Remove account',
    },
  },

  verdicts: {
    confirmed: {
      aggregate: (name: string) => `${name}: aggregated`,
      enable: (name: string) => `${name}: enabled`,
      disable: (name: string) => `${name}: disabled`,
      unlock: (name: string) => `${name}: unlocked`,
      remove: (name: string) => `${name}: removed`,
    },
    started: {
      aggregate: (name: string) => `Aggregating ${name}`,
      enable: (name: string) => `Enabling ${name}`,
      disable: (name: string) => `Disabling ${name}`,
      unlock: (name: string) => `Unlocking ${name}`,
      remove: (name: string) => `Removing ${name}`,
    },
    failed: {
      aggregate: (name: string) => `Could not aggregate ${name}`,
      enable: (name: string) => `Could not enable ${name}`,
      disable: (name: string) => `Could not disable ${name}`,
      unlock: (name: string) => `Could not unlock ${name}`,
      remove: (name: string) => `Could not remove ${name}`,
    },
    notConfirmed: {
      aggregate: (name: string) => `Aggregation of ${name} not confirmed`,
      enable: (name: string) => `Enabling ${name} not confirmed`,
      disable: (name: string) => `Disabling ${name} not confirmed`,
      unlock: (name: string) => `Unlocking ${name} not confirmed`,
      remove: (name: string) => `Removal of ${name} not confirmed`,
    },
    warned: (words: string) => `The tenant adds: ${words}`,
    unchanged: 'The tenant says that it is done, but the account read again does not show it.',
    untold: 'The task could not be followed, and the account read again does not show the change.',
    running: 'The task is still running. The account is shown as it was last read.',
    unread: 'The account could not be read again. Reload the page to see how it stands.',
    gone: (name: string) => `${name} is no longer in the tenant`,
    taskId: 'Task id',
  },

  empty: {
    none: 'No accounts yet',
    noneText: 'Accounts appear here after the first aggregation of a source.',
    identityNone: 'No accounts',
    identityNoneText: 'No account of any source is correlated to this identity.',
  },

  panel: {
    title: 'Account',
    label: (name: string) => `Account ${name}`,
    close: 'Close the account',
    attributes: 'Attributes',
    entitlements: 'Entitlements',
    raw: 'JSON',
    sections: 'Parts of the account',
    copyId: 'Copy id',
    copyLink: 'Copy link',
    id: 'Id',
    uuid: 'UUID',
    description: 'Description',
    identityState: 'Identity state',
    lifecycle: 'Lifecycle state',
    connection: 'Connection',
    owner: 'Owner',
    passwordUnknown: 'The source does not tell',
    system: 'Log-in account of the tenant',
    correlatedHow: 'Correlated',
    gone: 'The account is no longer in the tenant',
    goneText: 'It was removed. The next aggregation of its source may bring it back.',
  },
  attributes: {
    search: 'Search attributes',
    none: 'The source gave no attributes',
    empty: 'Empty text',
    noMatch: 'No attribute fits',
    name: 'Attribute',
    value: 'Value',
    secret: 'Hidden, since it looks like a secret',
    showAll: 'Show all',
    showLess: 'Show less',
    moreValues: (count: number) => `Show ${formatCount(count)} more`,
    copyValue: (name: string) => `Copy ${name}`,
    count: (shown: number, total: number) =>
      shown === total
        ? `${formatCount(total)} attributes`
        : `${formatCount(shown)} of ${formatCount(total)} attributes`,
  },
  entitlements: {
    search: 'Search the loaded entitlements',
    none: 'The account holds no entitlements',
    noMatch: 'None of the loaded entitlements fits',
    privileged: 'Privileged',
    more: 'Load more',
    loaded: (loaded: number, total: number) =>
      loaded === total
        ? `${formatCount(total)} entitlements`
        : `${formatCount(loaded)} of ${formatCount(total)} loaded`,
    found: (found: number, loaded: number) =>
      `${formatCount(found)} of ${formatCount(loaded)} loaded ones`,
    failed: 'The entitlements could not be loaded',
    count: (count: number) =>
      count === 1 ? '1 entitlement' : `${formatCount(count)} entitlements`,
  },
}
