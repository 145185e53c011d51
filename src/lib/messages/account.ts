import { account } from './en/account.ts'

/** The strings of an open account, apart so that no list waits for them. */
export const accountText = account
