import { formatCount } from '../../numbers.ts'

/** Loaded with the first account that is opened. */
export const account = {
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
    description: 'Description',
    identityState: 'Identity state',
    lifecycle: 'Lifecycle state',
    connection: 'Connection',
    passwordUnknown: 'The source does not tell',
    system: 'Log-in account of the tenant',
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
        ? total === 1
          ? '1 attribute'
          : `${formatCount(total)} attributes`
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
        ? total === 1
          ? '1 entitlement'
          : `${formatCount(total)} entitlements`
        : `${formatCount(loaded)} of ${formatCount(total)} loaded`,
    found: (found: number, loaded: number) =>
      `${formatCount(found)} of ${formatCount(loaded)} loaded ones`,
    failed: 'The entitlements could not be loaded',
    count: (count: number) =>
      count === 1 ? '1 entitlement' : `${formatCount(count)} entitlements`,
  },
}
