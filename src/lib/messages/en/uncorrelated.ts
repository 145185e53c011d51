import { formatCount } from '../../numbers.ts'

const counted = (count: number, one: string, many: string) =>
  count === 1 ? `1 ${one}` : `${formatCount(count)} ${many}`
const accountsOf = (count: number) => counted(count, 'account', 'accounts')
const suggestionsOf = (count: number) => counted(count, 'suggestion', 'suggestions')

export const uncorrelated = {
  title: 'Uncorrelated',
  label: 'Uncorrelated accounts',
  more: (count: number) => `Show ${formatCount(count)} more`,
  loadingMore: 'Loading more',
  partial: (read: number, total: number | null) =>
    total === null
      ? 'Accounts are still being read. More may follow.'
      : `${formatCount(read)} of ${formatCount(total)} accounts are read. More may follow.`,
  peoplePartial: 'Identities are still being read. Suggestions may be missing.',
  peopleUnread: (why: string) =>
    `Identities could not be read, so there are no suggestions. ${why}`,
  notUpToDate: (why: string) => `Could not refresh. The rows may be out of date. ${why}`,

  views: {
    label: 'Which accounts',
    open: 'To do',
    skipped: 'Skipped',
    machine: 'Not a person',
    count: (name: string, count: number) => `${name} (${formatCount(count)})`,
  },
  columns: {
    select: 'Select',
    account: 'Account',
    owner: 'Suggested identity',
    selectClear: 'Select the clear suggestions',
    selectNone: 'Select none',
    score: 'Score',
    actions: 'Actions',
  },
  nativeIdentity: 'native identity',
  unnamed: 'No name',
  sources: { none: 'No source' },

  evidence: {
    label: (name: string) => `Why ${name}`,
    kinds: {
      email: 'Email',
      employeeNumber: 'Employee number',
      login: 'Login',
      name: 'Name',
    },
    equal: 'the same',
    alike: (percent: number) => `${percent} % alike`,
    almost: (value: string) => `almost ${value}`,
    differs: (value: string) => `differs from ${value}`,
    of: (value: string) => `at the identity ${value}`,
  },
  score: (score: number) => `Score ${score} of 100`,
  none: 'No suggestion',
  noneText: 'No email, number, login or name points to an identity.',
  ambiguous: 'More than one identity fits about as well. Choose one.',
  chosen: 'Chosen by you',

  accept: 'Accept',
  acceptOf: (owner: string, account: string) => `Accept ${owner} as the owner of ${account}`,
  choose: 'Choose',
  chooseOther: 'Choose other',
  chooseOf: (account: string) => `Choose the owner of ${account}`,
  moreOf: (account: string) => `More for ${account}`,
  skip: 'Skip',
  notPerson: 'Not a person',
  putBack: 'Put back',
  putBackOf: (account: string) => `Put ${account} back to do`,
  skipped: (account: string) => `${account} is skipped until the browser is closed`,
  setAside: (account: string) => `${account} is kept as not a person`,
  markFailed: 'Could not mark the account as not a person',
  putBackFailed: 'Could not put the account back',
  markedBy: (operator: string) => `Marked by ${operator}`,
  moreMarked: 'Show more',
  back: (account: string) => `${account} is back to do`,

  bar: {
    label: 'Selected suggestions',
    accept: (count: number) => `Accept ${suggestionsOf(count)}`,
    none: 'Select none',
  },
  confirm: {
    title: (count: number) => `Accept ${suggestionsOf(count)}?`,
    text: 'Each account then belongs to the identity beside it, and the identity can use it.',
    risky: (count: number) =>
      count === 1
        ? 'One of them is on an authoritative source and is asked for by itself.'
        : `${formatCount(count)} of them are on an authoritative source and are asked for one by one.`,
    list: 'Accounts and their new owners',
    to: 'to',
    cancel: 'Cancel',
  },

  authoritative: {
    title: (account: string, owner: string) => `Give ${account} to ${owner}?`,
    kind: (source: string) =>
      `${source} is authoritative: its accounts say who is a person and what is known of them.`,
    follows: (owner: string) =>
      `${owner} may take over the values of this account, and lose or get access that depends on them.`,
    hidden: 'The identity that stands for the account until now may be deleted.',
    button: (owner: string) => `Give it to ${owner}`,
    leftOut: (count: number) => `${accountsOf(count)} left out`,
  },

  states: {
    waiting: 'Waiting',
    sending: 'Sending',
    checking: 'Checking',
    confirmed: (owner: string) => `Belongs to ${owner}`,
    failed: 'Failed',
    unconfirmed: 'Not confirmed',
    taken: 'Owned by another',
  },
  words: {
    gone: 'The tenant has no such account any more. Nothing was sent.',
    authoritative:
      'Its source is authoritative by now. Nothing was sent: accept it again and type the name of its owner.',
    notShown: 'The tenant accepted it, but the account does not show it yet. Look again later.',
    notSent: 'The run was cancelled before it was sent.',
  },
  outcome: {
    run: 'Open the run',
    label: 'What became of it',
    progress: (done: number, total: number) =>
      `${formatCount(done)} of ${formatCount(total)} accounts done`,
    finished: (confirmed: number, failed: number, unconfirmed: number) =>
      [
        `${accountsOf(confirmed)} correlated`,
        failed > 0 && `${formatCount(failed)} failed`,
        unconfirmed > 0 && `${formatCount(unconfirmed)} not confirmed`,
      ]
        .filter(Boolean)
        .join(', '),
    stays: 'It goes on when you leave this page.',
    close: 'Close the outcome',
    retry: (count: number) => `Try ${formatCount(count)} again`,
  },

  picker: {
    title: (account: string) => `Who owns ${account}?`,
    suggested: 'Suggested',
    search: 'Search identities',
    hint: 'Name, alias, email or employee number',
    results: 'Identities found',
    searching: 'Searching',
    nothing: 'No identity fits.',
    partial: 'Identities are still being read. Some may be missing.',
    failed: (why: string) => `The search failed. ${why}`,
    found: (count: number) => `${counted(count, 'identity', 'identities')} found`,
    cancel: 'Cancel',
  },

  csv: {
    download: 'Download CSV',
    downloaded: (count: number) => `${counted(count, 'row', 'rows')} downloaded`,
    upload: 'Upload CSV',
    file: 'CSV file with the owners of accounts',
    incomplete: 'Possible once all accounts and identities are read',
    title: 'Owners from a file',
    reading: (done: number, total: number) =>
      `Looking up ${formatCount(done)} of ${formatCount(total)} rows`,
    failed: 'The file could not be used',
    noHeader: 'Its first line has to name the columns account and userName.',
    noRows: 'It has no rows.',
    tooMany: (most: number) => `It has more than ${formatCount(most)} rows. Split it.`,
    broken: (why: string) => `It is no CSV file. ${why}`,
    change: (count: number) => `Will be correlated (${formatCount(count)})`,
    already: (count: number) => `Already so (${formatCount(count)})`,
    blocked: (count: number) => `Not possible (${formatCount(count)})`,
    leftOut: (count: number) =>
      `${counted(count, 'row names', 'rows name')} no userName and ${count === 1 ? 'is' : 'are'} left out.`,
    nothing: 'There is nothing to send.',
    line: (line: number) => `Line ${formatCount(line)}`,
    noAccount: (account: string) => `There is no account with the native identity ${account}.`,
    someAccounts: (account: string) => `Several accounts have the native identity ${account}.`,
    noIdentity: (userName: string) => `There is no identity with the userName ${userName}.`,
    someIdentities: (userName: string) => `Several identities have the userName ${userName}.`,
    owned: (owner: string) => `The account belongs to ${owner}.`,
    twice: 'The file names another owner for this account as well.',
    correlate: (count: number) => `Correlate ${accountsOf(count)}`,
    cancel: 'Cancel',
    close: 'Close',
  },

  empty: {
    none: 'Every account belongs to somebody',
    noneText: 'Accounts that no identity owns appear here after an aggregation.',
    noneYet: 'No uncorrelated account so far',
    noneYetText: 'The accounts are still being read.',
    allDone: 'Nothing is left to do',
    allDoneText: 'What is uncorrelated is skipped or marked as not a person.',
    skipped: 'Nothing is skipped',
    skippedText: 'Skipped accounts stay here until the browser is closed.',
    machine: 'Nothing is marked',
    machineText: 'Accounts that are not a person stay here, for all operators of this tenant.',
    machineNote:
      'All operators of this tenant see these marks. A mark ends when the account gets an owner.',
    machinePartial: 'The accounts are still being read, so some may be missing.',
    skippedNote: 'Skipped until the browser is closed.',
  },
}
