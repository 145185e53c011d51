import { formatCount } from '../../numbers.ts'
import type { identityAccounts as english } from '../en/identity-accounts.ts'

export const identityAccounts: typeof english = {
  count: (shown, total) =>
    shown < total
      ? `Die ersten ${formatCount(shown)} von ${formatCount(total)} Konten`
      : total === 1
        ? '1 Konto'
        : `${formatCount(total)} Konten`,
  none: 'Keine Konten',
  noneText: 'Kein Konto irgendeiner Quelle ist dieser Identität zugeordnet.',
}
