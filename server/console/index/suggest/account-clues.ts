import { fold } from '../store/fold.ts'
import { namePartsOf } from './names.ts'

/** What an account says about who it may belong to, as it is written there. */
export type Clues = {
  email: string[]
  employeeNumber: string[]
  login: string[]
  /** None where the account looks like a machine's. */
  name: string[]
}

/** Attributes as sources commonly call them, in small letters and digits alone. */
const attributes: Record<keyof Clues, readonly string[]> = {
  email: ['mail', 'email', 'emailaddress', 'workemail', 'personalemail', 'userprincipalname'],
  employeeNumber: [
    'employeenumber',
    'employeeid',
    'identificationnumber',
    'personnelnumber',
    'workerid',
  ],
  login: [
    'samaccountname',
    'userprincipalname',
    'uid',
    'username',
    'userid',
    'login',
    'networkusername',
    'mailnickname',
  ],
  name: ['displayname', 'fullname', 'name', 'cn', 'holdername'],
}
const firstNames = ['givenname', 'firstname']
const lastNames = ['sn', 'surname', 'lastname', 'familyname']

/** Words that a team, a device or a program is called by, and hardly ever a person. */
const machineWords = new Set(
  (
    'adm admin administrator api app backup batch bot daemon demo deploy dev dummy guest ' +
    'integration job kiosk mailbox monitoring noreply oracle reporting robot root scanner service ' +
    'shared srv sql svc sync sys system task temp test training user vendor'
  ).split(' '),
)

const LONGEST = 200
const MOST_VALUES = 5

/** Takes whatever the tenant gives; what is neither text nor a number says nothing. */
export function cluesOf(account: Record<string, unknown>): Clues {
  const values = valuesByName(account.attributes)
  const read = (names: readonly string[]) => names.flatMap((name) => values.get(name) ?? [])
  const own = textsOf([account.name, account.nativeIdentity])
  const login = [...own.filter(isLogin), ...read(attributes.login)]
  const [first] = read(firstNames)
  const [last] = read(lastNames)
  const name = [
    ...read(attributes.name),
    ...(first && last ? [`${first} ${last}`] : []),
    ...textsOf([account.name]),
  ]
  // Some systems have no other place for a name; elsewhere it says anything.
  const called = name.filter(isFullName)
  const described = called.length > 0 ? [] : read(['description']).filter(isFullName)
  const isMachine =
    account.isMachine === true || [...login, ...name, ...described].some(isMachineName)
  return {
    email: distinct(read(attributes.email).filter((text) => text.includes('@'))),
    employeeNumber: distinct(read(attributes.employeeNumber)),
    login: distinct(login),
    name: isMachine ? [] : distinct([...called, ...described]),
  }
}

/** A display name for people to read; empty where the source has none. */
export function displayNameOf(account: Record<string, unknown>): string {
  const values = valuesByName(account.attributes)
  return attributes.name.flatMap((name) => values.get(name) ?? [])[0] ?? ''
}

/** The forms in which a login may be known elsewhere: without its domain, with dots for other marks. */
export function loginForms(login: string): string[] {
  const whole = keyOf(login)
  const local = whole.replace(/@.*$/, '')
  return [...new Set([whole, local, local.replaceAll(/[_\-\s]+/g, '.')])].filter(Boolean)
}

/** As the identities' keys are kept. */
export const keyOf = (text: string) => fold(text).trim().slice(0, LONGEST)

const isMachineName = (text: string) => namePartsOf(text).some((part) => machineWords.has(part))
const isFullName = (text: string) => namePartsOf(text).length > 1
/** A distinguished name is no login, and neither is a name with its blanks. */
const isLogin = (text: string) => !/[=\s]/.test(text)

function valuesByName(given: unknown): Map<string, string[]> {
  const values = new Map<string, string[]>()
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return values
  for (const [name, value] of Object.entries(given)) {
    const plain = name.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
    values.set(plain, [...(values.get(plain) ?? []), ...textsOf([value].flat())])
  }
  return values
}

function textsOf(values: unknown[]): string[] {
  return values
    .slice(0, MOST_VALUES)
    .filter((value) => typeof value === 'string' || Number.isFinite(value))
    .map((value) => String(value).trim().slice(0, LONGEST))
    .filter(Boolean)
}

/** The first of each spelling. */
function distinct(texts: string[]): string[] {
  const byKey = new Map(texts.toReversed().map((text) => [keyOf(text), text]))
  return [...byKey.values()].toReversed().slice(0, MOST_VALUES)
}
