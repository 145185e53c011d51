import { base } from './slapd.ts'

export const PEOPLE = 240
export const people = `ou=people,${base}`
export const groups = `ou=groups,${base}`
export const dnOf = (number: number) => `uid=user${number},${people}`
export const mailOf = (number: number) => `user${number}@example.org`
/** Which people are in the group `team0` to `team7`. */
export const isIn = (team: number) => (number: number) => number % 8 === team

/** Names that are awkward in a DN, in a filter or in a file. */
export const awkward = [
  { uid: 'comma', dn: `cn=Moreau\\2C Ines,${people}`, cn: 'Moreau, Ines' },
  { uid: 'brackets', dn: `cn=Back\\5Cslash (Ops) *,${people}`, cn: 'Back\\slash (Ops) *' },
  { uid: 'accent', dn: `cn=Ève Müller\\+Søn,${people}`, cn: 'Ève Müller+Søn' },
]

const entry = (dn: string, ...lines: string[]) => [`dn:: ${base64(dn)}`, ...lines, ''].join('\n')
const base64 = (text: string) => Buffer.from(text).toString('base64')
const attribute = (name: string, value: string) => `${name}:: ${base64(value)}`

const person = (dn: string, uid: string, cn: string, ...more: string[]) =>
  entry(
    dn,
    'objectClass: inetOrgPerson',
    `uid: ${uid}`,
    attribute('cn', cn),
    attribute('sn', cn),
    `userPassword: ${uid}-secret`,
    ...more,
  )

const group = (name: string, members: string[]) =>
  entry(
    `cn=${name},${groups}`,
    'objectClass: groupOfNames',
    `cn: ${name}`,
    `description: The people of ${name}`,
    ...members.map((member) => attribute('member', member)),
  )

/** A company of 240 people and a few more, in eight teams and a group of the awkward ones. */
export function companyLdif(): string {
  const numbers = Array.from({ length: PEOPLE }, (_, number) => number)
  return [
    entry(base, 'objectClass: dcObject', 'objectClass: organization', 'o: Example', 'dc: example'),
    entry(people, 'objectClass: organizationalUnit', 'ou: people'),
    entry(groups, 'objectClass: organizationalUnit', 'ou: groups'),
    policy(),
    person(`cn=reader,${base}`, 'reader', 'reader'),
    ...numbers.map((number) =>
      person(
        dnOf(number),
        `user${number}`,
        `Person ${number}`,
        `mail: ${mailOf(number)}`,
        `employeeNumber: ${number}`,
        ...(number === 1 ? ['telephoneNumber: +1 1', 'telephoneNumber: +1 2'] : []),
        ...(number === 2 ? [`jpegPhoto:: ${Buffer.from([255, 216, 255]).toString('base64')}`] : []),
      ),
    ),
    ...awkward.map(({ dn, uid, cn }) => person(dn, uid, cn, `mail: ${uid}@example.org`)),
    ...Array.from({ length: 8 }, (_, team) =>
      group(`team${team}`, numbers.filter(isIn(team)).map(dnOf)),
    ),
    group(
      'awkward',
      awkward.map(({ dn }) => dn.toUpperCase().replace(',OU', ', OU')),
    ),
  ].join('\n')
}

/** Locks an account after two wrong passwords. */
const policy = () =>
  entry(
    `cn=policy,${base}`,
    'objectClass: organizationalRole',
    'objectClass: pwdPolicy',
    'cn: policy',
    'pwdAttribute: userPassword',
    'pwdLockout: TRUE',
    'pwdMaxFailure: 2',
    'pwdLockoutDuration: 0',
  )

export const readerDn = `cn=reader,${base}`
export const readerPassword = 'reader-secret'
export { base }
