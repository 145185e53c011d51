import { createAccount } from './en/create-account.ts'

/** The strings of the form of a new account. */
export const createText = createAccount
