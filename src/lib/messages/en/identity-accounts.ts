import { formatCount } from '../../numbers.ts'

export const identityAccounts = {
  count: (shown: number, total: number) =>
    shown < total
      ? `The first ${formatCount(shown)} of ${formatCount(total)} accounts`
      : total === 1
        ? '1 account'
        : `${formatCount(total)} accounts`,
  none: 'No accounts',
  noneText: 'No account of any source is correlated to this identity.',
}
