import { accounts } from './messages/en/accounts.ts'
import { common } from './messages/en/common.ts'

/**
 * Every string that the first rows of the accounts need. Those of the identities, of an open account
 * and of its actions are loaded with these (messages/*.ts). Another language is another folder of
 * files of the same types: the build takes it in the place of `en` (scripts/lib/language.mjs).
 */
export const t = { ...common, accounts }

export type Messages = typeof t
