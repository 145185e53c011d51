import { identityAccounts } from './en/identity-accounts.ts'

/** What is said around the accounts of an identity. */
export const identityAccountsText = identityAccounts
