import { accounts } from './messages/en/accounts.ts'
import { common } from './messages/en/common.ts'

/**
 * Every string that users read, but for those of the identities' screens, which are loaded with
 * them (messages/identities.ts). A second language is a second object of this type.
 */
export const t = { ...common, accounts }

export type Messages = typeof t
