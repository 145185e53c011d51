import { accountActions } from './en/account-actions.ts'

/** What is said about actions on accounts, apart so that the first rows do not wait for it. */
export const actionText = accountActions
