import { formatCount } from '../../numbers.ts'

export const overview = {
  title: 'Overview',
  all: 'All accounts',
  complete: 'All accounts are read',
  accounts: 'Accounts',
  share: 'Share of all',
  /** What a link of a number is called: the number alone says nothing when it is heard alone. */
  rows: (label: string, count: number, isPartial: boolean) =>
    `${label}: ${formatCount(count)}${isPartial ? ' so far' : ''} ${count === 1 ? 'account' : 'accounts'}`,
  soFar: 'so far',
  showAll: (count: number) => `Show all ${formatCount(count)}`,
  showFewer: 'Show fewer',
  notUpToDate: (time: string, why: string) =>
    `Not up to date. These numbers are as of ${time}. ${why}`,
  incomplete: (why: string) => `Not all accounts could be read yet. ${why}`,
  notRead: 'The accounts could not be read',
  notReadText: 'The console tries again by itself.',

  look: 'Worth a look',
  tiles: {
    locked: 'Locked',
    lockedNote: 'Nobody can sign in with these',
    uncorrelated: 'Uncorrelated',
    uncorrelatedNote: 'No identity owns these',
    privileged: 'Privileged',
    privilegedNote: 'With a privileged entitlement',
    oldPassword: 'Enabled, old password',
    oldPasswordNote: 'Not changed for over 180 days',
    left: 'Enabled, person has left',
    leftNote: (states: string[]) => `Lifecycle state ${states.join(', ')}`,
    leftUnknown: 'No lifecycle state here says that',
    unchanged: 'Not changed for a year',
    unchangedNote: (day: string) => `No change since ${day}`,
  },

  tables: {
    status: 'Status',
    statusNote: 'A locked account is also enabled or disabled.',
    type: 'Type',
    password: 'Age of the password',
    lifecycle: 'Lifecycle state',
    source: 'Source',
    privileged: 'Privileged entitlement',
    privilegedNote: 'An account may have several.',
    privilegedNone: 'No account has one.',
  },
  known: (known: number, total: number) =>
    `${formatCount(known)} of ${formatCount(total)} entitlements known`,
  unknownAccounts: (count: number) =>
    `Not known of ${formatCount(count)} ${count === 1 ? 'account' : 'accounts'}`,
  notKnownYet: 'Entitlements are still being read',
  types: { human: 'Human', machine: 'Machine' },
  ages: {
    'under-90-days': 'Under 90 days',
    '90-to-180-days': '90 to 180 days',
    '180-to-365-days': '180 to 365 days',
    'over-1-year': 'Over 1 year',
    unknown: 'Not known',
  },
  noState: 'No state',
  noSource: 'No source',
  others: 'Others',

  empty: {
    none: 'No accounts yet',
    noneText: 'Numbers appear here after the first aggregation of a source.',
    look: 'Look again',
  },
}
