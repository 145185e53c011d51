import { accounts } from './messages/en/accounts.ts'
import { common } from './messages/en/common.ts'

/**
 * Every string that the first rows of the accounts need. Those of the identities, of an open account
 * and of its actions are loaded with these (messages/*.ts). A second language is a second object of
 * each type.
 */
export const t = { ...common, accounts }

export type Messages = typeof t
