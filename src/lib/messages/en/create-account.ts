/** Loaded with the form of a new account. */
export const createAccount = {
  action: 'New account',
  title: (source: string) => `New account on ${source}`,
  note: (source: string) =>
    `The account is made in the tenant. The next file that is uploaded to ${source} has to name it, or it is removed again.`,
  required: 'Required. It identifies the account, and cannot change later.',
  isName: 'The account is called by it.',
  needed: 'It is needed: it tells this account from all others',
  button: 'Create account',
  forbidden: 'You may not create accounts',
  creating: 'Creating it, then looking for it in the tenant',
  created: (name: string, source: string) => `${name} was created on ${source}`,
  listsMissing: (names: string, words: string) =>
    `It does not show ${names} yet. ${words || 'Look at it again, or edit it.'}`,
  taken: (nativeIdentity: string) => `There is an account ${nativeIdentity} already`,
  takenText: 'Nothing was sent: it would have changed that account. ',
  open: (name: string) => `Open ${name}`,
  failed: 'The account was not created',
  failedText: 'The tenant gives no reason.',
  taskId: (id: string) => `Task ${id}`,
  notConfirmed: 'The account does not show yet',
  notConfirmedText:
    'The tenant has accepted it, but does not list the account yet. It may still come; the task tells.',
  openTask: 'Open the task',
  kept: 'What you typed is kept.',
  noSchema: 'The schema of the source could not be read',
  noIdentity: 'No account can be created on this source',
  noIdentityText:
    'Its schema does not name the attribute that identifies an account. That is set in the tenant.',
  notFlatFile:
    'Accounts are created on flat file sources alone. On any other the record would be gone with the next aggregation, and nothing would be made in the system itself.',
  back: (source: string) => `Back to ${source}`,
  leave: {
    title: 'Leave without creating the account?',
    body: 'What you typed is lost.',
    button: 'Leave without creating it',
  },
}
