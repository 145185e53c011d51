import type { Attributes, Holder } from './drafts.ts'
import { holderOf, unknownHolder } from './holder.ts'
import { letters, type Person } from './people.ts'
import { randomFrom, type Random } from './random.ts'
import type { SourceKey } from './source-list.ts'

/** Whom an account was made for, and what it says of them where no rule looks. */
export type Stray = { holder: Holder; more: Attributes }
type Case = { person: Person; home: StrayHome; hasOwn: boolean; random: Random; logins: Logins }
type Make = (given: Case) => Stray

export const strayHomes = [
  'ad',
  'entra',
  'sap',
  'salesforce',
  'github',
  'badge',
  'oracle',
] as const satisfies readonly SourceKey[]
export type StrayHome = (typeof strayHomes)[number]

/** Attributes that can hold a worker's number and that no correlation reads. */
const spareNumbers: Record<StrayHome, string> = {
  ad: 'employeeNumber',
  entra: 'employeeNumber',
  sap: 'personnelNumber',
  salesforce: 'EmployeeNumber',
  github: 'employeeId',
  badge: 'employeeNumber',
  oracle: 'EMPLOYEE_NUMBER',
}
const SECOND = 'workerId'

/** What such attributes look like in accounts of a source. */
export function numbersOf(key: SourceKey): Attributes {
  const home = strayHomes.find((each) => each === key)
  return home ? { [spareNumbers[home]]: '1', [SECOND]: '1' } : {}
}

/** Sources of which a rule reads the number: one that is right would correlate the account. */
const readsNumber = new Set<StrayHome>(['ad', 'entra', 'salesforce'])
const privateDomains = ['mail.example', 'post.example', 'home.example'] as const
const misspeltDomains = ['exmaple.com', 'example.con', 'exampel.com'] as const
const givenNames = ['Agatha', 'Boris', 'Celia', 'Dorian', 'Edda', 'Fabian', 'Greta'] as const
const familyNames = [
  'Abernethy',
  'Brightwater',
  'Castellan',
  'Dunmore',
  'Evenwood',
  'Fairbairn',
  'Greenhalgh',
  'Hollingworth',
] as const

/** In a hundred: the first fit two people, the next nobody, the rest one. */
const AMBIGUOUS = 12
const NOBODYS = 18

/** Of people, those who are made for the stray of a data set; one after the other. */
export function strayHolders() {
  const logins = loginNames()
  return (person: Person, home: StrayHome, hasOwn: boolean): Stray => {
    const random = randomFrom(person.number * 6151 + 3)
    const draw = random.int(1, 100)
    const make =
      draw <= AMBIGUOUS
        ? twoNumbers
        : draw <= AMBIGUOUS + NOBODYS
          ? random.pick([leaver, unknown])
          : random.pick(likenesses)
    return make({ person, home, hasOwn, random, logins })
  }
}

const privateAddress: Make = (given) => {
  const email = `${given.person.alias}@${given.random.pick(privateDomains)}`
  return { holder: { ...plain(given), email }, more: {} }
}

const misspeltAddress: Make = (given) => {
  const email = `${given.person.alias}@${given.random.pick(misspeltDomains)}`
  return { holder: { ...plain(given), email }, more: {} }
}

/** The number is right, and stands where no rule looks for it. */
const numberElsewhere: Make = (given) => ({
  holder: plain(given),
  more: { [spareNumbers[given.home]]: given.person.employeeNumber },
})

const misspeltNumber: Make = (given) => {
  const number = slipOf(given.person.employeeNumber)
  return readsNumber.has(given.home)
    ? { holder: { ...plain(given), employeeNumber: number }, more: {} }
    : { holder: plain(given), more: { [spareNumbers[given.home]]: number } }
}

const maidenName: Make = (given) => ({
  holder: outsider(given, given.person.firstName, given.random.pick(familyNames)),
  more: { [spareNumbers[given.home]]: given.person.employeeNumber },
})

const turnedName: Make = (given) => {
  const { firstName, lastName } = given.person
  return { holder: outsider(given, lastName, firstName), more: {} }
}

const initials: Make = (given) => {
  const { firstName, lastName } = given.person
  return { holder: outsider(given, firstName, lastName), more: {} }
}

const nameAlone: Make = (given) => ({ holder: plain(given), more: {} })

const likenesses = [
  privateAddress,
  misspeltAddress,
  numberElsewhere,
  misspeltNumber,
  maidenName,
  turnedName,
  initials,
  nameAlone,
] as const

/** Handed on by one person to another, whose numbers it has both. */
const twoNumbers: Make = (given) => {
  const { home, person } = given
  // Accounts of Entra ID have no room for two more attributes.
  if (!person.manager || home === 'entra') return numberElsewhere(given)
  const more = {
    [spareNumbers[home]]: person.employeeNumber,
    [SECOND]: person.manager.employeeNumber,
  }
  return { holder: plain(given), more }
}

const leaver: Make = (given) => {
  const { random } = given
  const holder = outsider(given, random.pick(givenNames), random.pick(familyNames))
  return { holder: { ...holder, email: `${holder.alias}@example.com` }, more: {} }
}

const unknown: Make = ({ person }) => ({ holder: unknownHolder(person.number, false), more: {} })

/** As the person's account there would be; a second one has a login of its own. */
function plain(given: Case): Holder {
  const { firstName, lastName } = given.person
  return given.hasOwn ? outsider(given, firstName, lastName) : unread(given.person)
}

/** Nothing that a rule could read. */
const unread = (person: Person): Holder => ({
  ...holderOf(person),
  email: null,
  employeeNumber: null,
  managerNumber: null,
})

/** Apart from everybody's own accounts: what a source knows an account by must be given once. */
function outsider({ logins, person }: Case, firstName: string, lastName: string): Holder {
  return {
    ...unread(person),
    number: 500_000 + person.number,
    alias: logins(firstName, lastName),
    firstName,
    lastName,
    name: `${firstName} ${lastName}`,
    department: 'External Staff',
  }
}

type Logins = (firstName: string, lastName: string) => string

/** `jdoe`, `jdoe2`, and so on: without the dot that the login of each person has. */
function loginNames(): Logins {
  const given = new Map<string, number>()
  return (firstName, lastName) => {
    const login = letters(firstName).slice(0, 1) + letters(lastName)
    const count = (given.get(login) ?? 0) + 1
    given.set(login, count)
    return count === 1 ? login : `${login}${count}`
  }
}

/** The last key missed by one row of the keyboard; a slip to another digit is a colleague's number. */
const slipOf = (number: string) => number.slice(0, -1) + 'pqwertyuio'.charAt(Number(number.at(-1)))
