import type { SourceSchema } from '../../../store/schema.ts'
import { GROUPS } from './memberships.ts'

/**
 * What is read of an account: the attributes of `inetOrgPerson` and of POSIX accounts, and the usual
 * ones of Active Directory. Passwords, keys and pictures are not even asked for.
 */
export const accountAttributes = `
  objectClass cn sn givenName displayName initials title description uid mail
  telephoneNumber mobile homePhone pager facsimileTelephoneNumber
  o ou departmentNumber businessCategory employeeNumber employeeType manager secretary
  roomNumber physicalDeliveryOfficeName carLicense preferredLanguage labeledURI seeAlso
  street l st c co postalCode postalAddress postOfficeBox
  uidNumber gidNumber homeDirectory loginShell gecos
  sAMAccountName userPrincipalName employeeID department company
  whenCreated whenChanged accountExpires pwdLastSet pwdChangedTime
`
  .trim()
  .split(/\s+/)

/** The same as the account schema of the source. */
export const accountSchema: SourceSchema = {
  attributes: ['dn', ...accountAttributes, GROUPS].map((name) => ({
    name,
    type: 'STRING',
    isMulti: [GROUPS, 'objectClass', 'telephoneNumber'].includes(name),
  })),
  objectTypes: {},
}
