import { accounts } from './messages/en/accounts.ts'
import { common } from './messages/en/common.ts'
import { identities } from './messages/en/identities.ts'

/** Every string that users read. A second language is a second object of this type. */
export const t = { ...common, identities, accounts }

export type Messages = typeof t
