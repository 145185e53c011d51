/**
 * How much each kind of evidence says, from 0 to 1; independent evidence adds up as chances do
 * (`1 - (1 - a) * (1 - b)`), so that nothing reaches 1 and each further agreement counts.
 *
 * - An e-mail address or an employee number is given to one person, so one that only one identity has
 *   is enough by itself. One that several have names a mailbox or a placeholder rather than a person.
 * - A login is made by a rule that two systems may apply to two people of one name, so it needs
 *   something beside it. Equal login and equal name together just reach the bound.
 * - A value that nobody has and that is almost somebody's was perhaps misspelt: a reason to look, and
 *   never enough with a name beside it.
 * - Names are shared by strangers: `name` is what two equal names say, far below the bound.
 */
export const weights = {
  email: { own: 0.95, shared: 0.6 },
  employeeNumber: { own: 0.95, shared: 0.6 },
  login: { own: 0.6, shared: 0.45 },
  name: 0.5,
  /** Almost equal: a slip of a key, or the same person's address elsewhere. */
  near: { email: 0.4, employeeNumber: 0.3 },
} as const

/** Two different employee numbers: an address that was given to a second person, for example. */
export const CONTRADICTED = 0.7

/** A value that more identities have than these says nothing about any of them. */
export const MOST_SHARING = 5

/** Names less alike than this are two names. */
export const ALIKE = 0.75

/** From this score on a suggestion may be accepted without another look, where it is alone. */
export const CLEAR = 80

/** A second candidate less than so many points behind is as good as the first. */
export const CLOSE = 20

export const MOST_SUGGESTIONS = 5
