import { accountsList } from './en/accounts-list.ts'

/** What is said beside the rows of the accounts list, apart so that the rows do not wait for it. */
export const listText = accountsList
