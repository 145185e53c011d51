import { formatCount } from '../../numbers.ts'

/** Loaded with the first comparison of accounts. */
export const compare = {
  title: 'Compare accounts',
  add: 'Add an account',
  none: 'Nothing to compare yet',
  noneText: 'Choose two to four accounts to see them side by side.',
  failed: (id: string) => `Account ${id} could not be read`,
  leaveOut: 'Leave it out',
  leaveOutOf: (name: string) => `Leave ${name} out`,
  differencesOnly: 'Differences only',
  groups: { account: 'Account', attributes: 'Attributes', entitlements: 'Entitlements' },
  counted: (shown: number, all: number) =>
    all === 0
      ? 'none'
      : shown === 0
        ? `no differences among ${formatCount(all)}`
        : shown === all
          ? formatCount(all)
          : `${formatCount(shown)} of ${formatCount(all)} differ`,
  unread: 'Not all could be read.',
  entitlement: (name: string, attribute: string) => `${name} (${attribute})`,
  pick: 'Compare with which account?',
  search: 'Search accounts',
  hint: 'Name, e-mail, native identity',
  results: 'Accounts found',
  siblings: (owner: string) => `Other accounts of ${owner}:`,
  searchFailed: (why: string) => `The search failed. ${why}`,
  nothing: 'No other account fits.',
  found: (count: number) =>
    count === 1 ? '1 account found' : `${formatCount(count)} accounts found`,
}
