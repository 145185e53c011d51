import { formatCount, formatDecimal } from '../../numbers.ts'

const accounts = (count: number) => `${formatCount(count)} ${count === 1 ? 'account' : 'accounts'}`
const verbs = {
  aggregate: 'Aggregate',
  enable: 'Enable',
  disable: 'Disable',
  unlock: 'Unlock',
  remove: 'Remove',
  delete: 'Delete',
  correlate: 'Correlate',
  reassign: 'Reassign',
  uncorrelate: 'Uncorrelate',
  enableLogIn: 'Enable log-in',
  disableLogIn: 'Disable log-in',
  edit: 'Edit attributes',
}
type Action = keyof typeof verbs

/** "3 accounts", "3 log-ins", or the name of the only one. */
function things(action: Action, count: number, only: string | undefined): string {
  if (only) return only
  if (action !== 'enableLogIn' && action !== 'disableLogIn') return accounts(count)
  return `${formatCount(count)} ${count === 1 ? 'log-in' : 'log-ins'}`
}

/** "Disable 34 accounts", "Reassign 34 accounts to Ann Brown", "Put back the owner of ann.brown". */
function name(
  action: Action,
  count: number,
  { to, only, isUndo }: { to?: string | undefined; only?: string | undefined; isUndo?: boolean },
): string {
  const what = things(action, count, only)
  if (action === 'reassign' && !to)
    return `Put back the ${count === 1 ? 'owner' : 'owners'} of ${what}`
  if (action === 'edit') return `${isUndo ? 'Put back' : 'Edit'} the attributes of ${what}`
  if (action === 'enableLogIn' && !only) return `Enable ${what}`
  if (action === 'disableLogIn' && !only) return `Disable ${what}`
  return to ? `${verbs[action]} ${what} to ${to}` : `${verbs[action]} ${what}`
}

export const runs = {
  title: 'Runs',
  rowsLabel: 'Runs',
  itemsLabel: 'Accounts of the run',
  actions: verbs,
  /** What a run is called on every screen; `to` is whom it gives all its accounts to. */
  name,
  number: (number: number) => `Run ${formatCount(number)}`,
  undoes: 'Undoes a run',

  columns: {
    run: 'Run',
    state: 'State',
    progress: 'Verdicts',
    operator: 'Started by',
    created: 'Started',
    ended: 'Ended',
    account: 'Account',
    source: 'Source',
    native: 'Native identity',
    identity: 'Identity',
    newOwner: 'New owner',
    becomes: 'Becomes',
    change: 'Before and after',
    now: 'Now',
    group: 'What will happen',
    reason: 'Reason',
    verdict: 'Verdict',
    words: 'Why',
    tracking: 'Tracking id',
    settled: 'At',
  },
  states: {
    scheduled: 'Scheduled',
    running: 'Running',
    paused: 'Paused',
    cancelling: 'Stopping',
    finished: 'Finished',
    cancelled: 'Cancelled',
  },
  verdicts: {
    planned: 'Not sent yet',
    sent: 'Sent',
    accepted: 'Pending',
    done: 'Done',
    failed: 'Failed',
    notConfirmed: 'Not confirmed',
    skipped: 'Skipped',
    notSent: 'Not sent',
  },
  all: 'All',
  onTheWay: 'On the way',
  some: (label: string, count: number) => `${label} ${formatCount(count)}`,
  progress: (done: number, total: number) => `${formatCount(done)} of ${formatCount(total)}`,
  progressLabel: 'Verdicts so far',
  failedCount: (count: number) => `${formatCount(count)} failed`,
  perSecond: (count: number) =>
    `${count < 10 ? formatDecimal(count) : formatCount(Math.round(count))} a second`,
  left: (duration: string) => `about ${duration} left`,
  calls: (count: number) => `${formatCount(count)} ${count === 1 ? 'call' : 'calls'} to the tenant`,
  starts: (time: string) => `Starts ${time}`,
  running: (count: number) => (count === 1 ? '1 run' : `${formatCount(count)} runs`),
  openRuns: (count: number, percent: number) =>
    `${count === 1 ? 'A run is' : `${formatCount(count)} runs are`} under way: ${percent} %`,

  pause: 'Pause',
  resume: 'Resume',
  cancel: 'Cancel run',
  cancelQuestion: (left: number) => ({
    title: 'Cancel this run?',
    body:
      left > 0
        ? `${accounts(left)} will not be sent. What was sent already is followed to its verdict.`
        : 'What was sent already is followed to its verdict.',
    button: 'Cancel run',
  }),
  retry: (count: number) => `Retry ${formatCount(count)} failed`,
  sendRest: (count: number) => `Send ${formatCount(count)} not sent`,
  undo: 'Undo',
  export: 'Export',
  failed: 'That did not work',
  outdated: (why: string) => `This is not up to date. ${why}`,
  empty: {
    none: 'No runs yet',
    noneText: 'Select accounts in a list and choose what to do with them: that makes a run.',
    goTo: 'Go to accounts',
  },
  noItems: { none: 'No accounts', noneText: 'There is none here.' },
  gone: 'There is no such run',
  goneText: 'The link may be incomplete, or of another console.',
  allRuns: 'All runs',
  search: 'Search accounts',
  filters: { state: 'State' },

  bar: {
    more: 'More',
    moreActions: 'More actions',
    label: 'What can be done with the selected accounts',
    selected: (count: number) => `${formatCount(count)} selected`,
    allMatching: (count: number) => `All ${formatCount(count)} matching`,
    selectAll: (count: number) => `Select all ${formatCount(count)}`,
    clear: 'Clear',
    planning: 'Looking at what would change',
    failed: (why: string) => `There is no plan. ${why}`,
    reassign: 'Reassign to',
    reassignTitle: (count: number | undefined) =>
      `Who is to own ${count === 1 ? 'this account' : count === undefined ? 'them' : `these ${accounts(count)}`}?`,
    ofIdentities: {
      enableLogIn: 'Enable log-ins',
      disableLogIn: 'Disable log-ins',
      enable: 'Enable their accounts',
      disable: 'Disable their accounts',
    },
  },

  file: {
    button: 'Run from a file',
    input: 'CSV file that names accounts',
    title: 'Act on the accounts of a file',
    reading: 'Reading the file',
    failed: 'The file could not be used',
    broken: (why: string) => `It is no CSV file. ${why}`,
    noHeader:
      'Its first line has to name a column id, or a column nativeIdentity, and better source as well.',
    noRows: 'It names no account.',
    tooMany: (most: number) => `It has more than ${formatCount(most)} rows. Split it.`,
    tooLarge: 'It is larger than 20 MB. Split it.',
    byId: (name: string, count: number) => `${name} names ${accounts(count)} by id.`,
    byNative: (name: string, count: number) =>
      `${name} names ${accounts(count)} by native identity.`,
    bySource: (name: string, count: number) =>
      `${name} names ${accounts(count)} by native identity and source.`,
    noSource:
      'It has no column source: a native identity that several sources have will not be found.',
    leftOut: (count: number) =>
      `${formatCount(count)} ${count === 1 ? 'row names' : 'rows name'} none and ${count === 1 ? 'is' : 'are'} left out.`,
    action: 'Action',
    next: 'The plan shows what would happen to each, and which were not found. Nothing is sent before you confirm it.',
    plan: 'Show the plan',
  },

  plan: {
    title: (name: string) => `${name}?`,
    nothing: (action: Action) => `${verbs[action]}: nothing to do`,
    rowsLabel: 'Accounts of the plan',
    nothingSent: 'Nothing has been sent yet.',
    sources: 'Sources',
    groups: {
      willChange: 'Will change',
      risky: 'Look twice',
      alreadySo: 'So already',
      notAllowed: 'Not allowed',
      unmatched: 'Not found',
    },
    now: { enabled: 'Enabled', disabled: 'Disabled', locked: 'locked' },
    drift: {
      fewer: (expected: number, found: number) =>
        `The list showed ${accounts(expected)}; now it is ${accounts(found)}.`,
      gone: (count: number) =>
        `${accounts(count)} of the selection ${count === 1 ? 'is' : 'are'} not there any more.`,
      changed: (count: number) =>
        `${accounts(count)} changed after ${count === 1 ? 'it was' : 'they were'} selected.`,
    },
    leaveOut: (count: number) => `Leave out the ${formatCount(count)} to look at twice`,
    later: 'Start later',
    laterAt: 'Start at',
    past: 'This time has passed',
    typeCount: (count: number) => `Type ${count} to confirm`,
    schedule: (name: string) => `Schedule: ${name}`,
    back: 'Do not send',
    started: 'This plan has been started.',
    openRun: 'Open the run',
    failed: (why: string) => `The run has not been started. ${why}`,
    gone: 'There is no such plan',
    goneText: 'A plan that is not started is forgotten after a day.',
    of: (line: number) => `line ${formatCount(line)}`,
  },

  audit: {
    title: 'Audit',
    rowsLabel: 'What was done',
    columns: {
      at: 'When',
      operator: 'Who',
      event: 'What',
      action: 'Action',
      account: 'Account',
      change: 'Before and after',
      words: 'Words',
      run: 'Run',
    },
    events: {
      runScheduled: 'Run scheduled',
      runStarted: 'Run started',
      runPaused: 'Run paused',
      runResumed: 'Run resumed',
      runCancelled: 'Run cancelled',
      runRetried: 'Run retried',
      runFinished: 'Run finished',
      done: 'Done',
      failed: 'Failed',
      notConfirmed: 'Not confirmed',
      skipped: 'Skipped',
      notSent: 'Not sent',
    },
    filters: { action: 'Action', events: 'What', days: 'When' },
    of: accounts,
    state: {
      enabled: 'enabled',
      disabled: 'disabled',
      locked: 'locked',
      gone: 'gone',
      uncorrelated: 'uncorrelated',
    },
    change: (before: string, after: string) => `${before} → ${after}`,
    attribute: (name: string, value: string) => `${name}: ${value}`,
    hidden: 'hidden',
    nothing: 'nothing',
    empty: { none: 'Nothing yet', noneText: 'Every run leaves a line here for each account.' },
    search: 'Search the audit',
  },
  /** Beside an account or an identity. */
  activity: {
    label: 'Activity',
    by: (operator: string) => `by ${operator}`,
    none: { account: 'Nothing was done to this account yet', identity: 'Nothing was done yet' },
    noneText:
      'What operators do to it in this console is listed here, with who did it and how it ended. What its source or other tools do is not.',
    more: 'Show older',
    tracking: 'Tracking id',
  },
}
