import { formatCount } from '../../numbers.ts'

const accounts = (count: number) => (count === 1 ? '1 account' : `${formatCount(count)} accounts`)

export const accountsList = {
  counts: {
    title: 'Counts',
    hide: 'Hide the counts',
    show: 'Show the counts',
    soFar: 'Of the accounts read so far',
    failed: 'The counts could not be loaded.',
    more: (count: number) => `Show all ${formatCount(count)}`,
    fewer: 'Show fewer',
    /** What is heard of a value: its name alone would leave the number out. */
    value: (label: string, count: number | undefined) =>
      count === undefined ? label : `${label}, ${accounts(count)}`,
    noState: 'No state',
    hasEntitlements: 'Entitlements',
    password: 'Password age',
    with: 'Some',
    without: 'None',
    correlated: 'Correlated',
    uncorrelated: 'Uncorrelated',
  },
  attribute: {
    name: 'Attribute',
    operator: 'Condition',
    value: 'Value',
  },
  filterText: {
    label: 'Filter text',
    hint: 'status eq "locked" and not (attributes.department eq "Sales")',
    help: 'Arrow down for suggestions, Enter to apply',
    close: 'Close the filter text',
    suggestions: 'Suggestions',
    suggested: (count: number) => (count === 1 ? '1 suggestion' : `${count} suggestions`),
    kept: 'The rows still show what was asked before.',
  },
  exported: {
    open: 'Export CSV',
    title: 'Export as CSV',
    listed: 'As in the list',
    others: 'More columns',
    asListed: 'Columns of the list',
    attributes: 'Attributes',
    run: (count: number | undefined) =>
      count === undefined ? 'Export accounts' : `Export ${accounts(count)}`,
    checking: 'Asking for the file',
    started: (count: number | undefined) =>
      count === undefined
        ? 'The file accounts.csv is on its way.'
        : `${accounts(count)} on their way into accounts.csv.`,
    noColumn: 'Choose at least one column',
    all: 'All columns',
    failed: 'Could not export',
    names: {
      name: 'Account',
      status: 'Status',
      source: 'Source',
      nativeIdentity: 'Native identity',
      identity: 'Identity',
      lifecycleState: 'Lifecycle state',
      entitlements: 'Has entitlements',
      type: 'Type',
      passwordChanged: 'Password changed',
      correlation: 'Correlated',
      uncorrelated: 'Uncorrelated',
      manuallyCorrelated: 'Correlated by hand',
      origin: 'Origin',
      created: 'Created',
      modified: 'Modified',
      id: 'Account id',
      sourceId: 'Source id',
      identityId: 'Identity id',
    },
  },
}
