import { fileTime, type Clock } from './clock.ts'
import type { Person } from './people.ts'
import { codeOf, guidOf } from './random.ts'
import type { SourceKey } from './source-list.ts'

export type Attributes = Record<string, string | number | boolean | null | string[]>

/** An account as its source would describe it, without its entitlements. */
export type Draft = {
  nativeIdentity: string
  name: string
  uuid: string | null
  attributes: Attributes
}

/** Who an account is made for: a person, or what one looks like to the source. */
export type Holder = Pick<
  Person,
  'alias' | 'name' | 'firstName' | 'lastName' | 'location' | 'phone' | 'jobTitle' | 'startDate'
> & {
  number: number
  department: string
  email: string | null
  employeeNumber: string | null
  managerNumber: string | null
  lifecycle: Person['lifecycle']
  /** Days since the password was changed. */
  passwordAge: number
}

type Build = (holder: Holder, clock: Clock) => Draft

const builders: Record<SourceKey, Build> = {
  login: (h, clock) =>
    draft(h.alias, h.alias, {
      uid: h.alias,
      displayName: h.name,
      firstname: h.firstName,
      lastname: h.lastName,
      email: h.email,
      phone: h.phone,
      passwordLastSet: clock.daysAgo(h.passwordAge),
      authenticationType: 'Source',
    }),
  hr: (h) =>
    draft(h.employeeNumber ?? `C${h.number}`, h.name, {
      employeeNumber: h.employeeNumber ?? `C${h.number}`,
      displayName: h.name,
      firstName: h.firstName,
      lastName: h.lastName,
      email: h.email,
      phone: h.phone,
      department: h.department,
      jobTitle: h.jobTitle,
      location: h.location,
      costCenter: `CC-${1000 + (h.number % 40)}`,
      managerNumber: h.managerNumber,
      startDate: h.startDate,
      workerType: 'Employee',
      workerStatus: h.lifecycle === 'leaveOfAbsence' ? 'On leave' : 'Employed',
    }),
  ad: directory,
  entra: (h, clock) => {
    const id = guidOf(`entra ${h.alias}`)
    const upn = `${h.alias}@corp.example.com`
    return draft(id, upn, {
      id,
      userPrincipalName: upn,
      displayName: h.name,
      givenName: h.firstName,
      surname: h.lastName,
      mail: h.email,
      mailNickname: h.alias,
      employeeId: h.employeeNumber,
      department: h.department,
      jobTitle: h.jobTitle,
      officeLocation: h.location,
      userType: 'Member',
      lastPasswordChangeDateTime: clock.daysAgo(h.passwordAge),
    })
  },
  sap: (h, clock) => {
    const userName =
      `${h.lastName.replaceAll(/[^A-Za-z]/g, '').slice(0, 6)}${h.number}`.toUpperCase()
    return draft(userName, userName, {
      userName,
      firstName: h.firstName,
      lastName: h.lastName,
      fullName: h.name,
      email: h.email,
      department: h.department,
      client: '100',
      userGroup: h.department.slice(0, 3).toUpperCase(),
      userType: 'Dialog',
      dateFormat: '1',
      passwordLastSet: clock.daysAgo(h.passwordAge),
    })
  },
  salesforce: (h, clock) => {
    const id = `005${codeOf(`salesforce ${h.alias}`, 15)}`
    const userName = `${h.alias}@example.com.crm`
    return draft(id, userName, {
      Id: id,
      Username: userName,
      FirstName: h.firstName,
      LastName: h.lastName,
      Email: h.email,
      Alias: h.alias.slice(0, 8),
      FederationIdentifier: h.employeeNumber,
      Department: h.department,
      Title: h.jobTitle,
      UserRole: 'Standard',
      TimeZoneSidKey: 'Europe/London',
      passwordLastSet: clock.daysAgo(h.passwordAge),
    })
  },
  github: (h) => {
    const login = `${h.alias.replaceAll('.', '-')}-example`
    return draft(login, login, {
      login,
      id: 4_000_000 + h.number,
      node_id: `U_${codeOf(`github ${h.alias}`, 12)}`,
      name: h.name,
      email: h.email,
      company: 'Example',
      location: h.location,
      site_admin: false,
      twoFactorEnabled: h.number % 17 !== 0,
    })
  },
  badge: (h, clock) => {
    const badgeNumber = `B-${700_000 + h.number}`
    return draft(badgeNumber, h.name, {
      badgeNumber,
      holderName: h.name,
      email: h.email,
      department: h.department,
      site: h.location,
      badgeType: h.employeeNumber ? 'Employee' : 'Visitor',
      cardTechnology: h.number % 3 === 0 ? 'Magnetic' : 'Contactless',
      issuedOn: clock.dateDaysAgo(h.passwordAge),
    })
  },
  oracle: (h, clock) => {
    const userName = h.alias.replaceAll('.', '_').toUpperCase()
    return draft(userName, userName, {
      USER_NAME: userName,
      USER_ID: 20_000 + h.number,
      DESCRIPTION: h.name,
      EMAIL_ADDRESS: h.email,
      FAX: null,
      START_DATE: h.startDate,
      PERSON_TYPE: 'Employee',
      ORGANIZATION: h.department,
      passwordLastSet: clock.daysAgo(h.passwordAge),
    })
  },
}

export function draftOf(source: SourceKey, holder: Holder, clock: Clock): Draft {
  return builders[source](holder, clock)
}

function directory(h: Holder, clock: Clock): Draft {
  const namesake = /\d*$/.exec(h.alias)?.[0]
  const name = namesake ? `${h.name} ${namesake}` : h.name
  const dn = `CN=${name},OU=${h.department},OU=People,DC=corp,DC=example,DC=com`
  const uuid = `{${guidOf(`ad ${h.alias}`)}}`
  const attributes: Attributes = {
    distinguishedName: dn,
    sAMAccountName: h.alias,
    userPrincipalName: `${h.alias}@corp.example.com`,
    displayName: h.name,
    givenName: h.firstName,
    sn: h.lastName,
    mail: h.email,
    employeeID: h.employeeNumber,
    department: h.department,
    title: h.jobTitle,
    l: h.location,
    objectguid: uuid,
    pwdLastSet: fileTime(clock.daysAgo(h.passwordAge)),
  }
  return { nativeIdentity: dn, name: h.alias, uuid, attributes }
}

function draft(nativeIdentity: string, name: string, attributes: Attributes): Draft {
  return { nativeIdentity, name, uuid: null, attributes }
}
