/** What other features show of the accounts. */
export { NewAccountButton } from './create/new-account-button.tsx'
export { useOpenAccount, type OpenAction } from './use-open-account.ts'
