/** What other features show of the accounts. */
export { NewAccountButton } from './create/new-account-button.tsx'
export { useOpenAccount } from './use-open-account.ts'
