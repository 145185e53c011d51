import type { Flag, SourceConfig } from '../store/schema.ts'

export type SourceKey =
  | 'login'
  | 'hr'
  | 'ad'
  | 'entra'
  | 'sap'
  | 'salesforce'
  | 'github'
  | 'badge'
  | 'oracle'

export type SourceSpec = {
  key: SourceKey
  name: string
  description: string
  type: string
  connector: string
  connectionType: 'direct' | 'file'
  features: readonly string[]
  authoritative?: Flag
  deleteThreshold?: number
  internal?: Flag
  /** Number of the person who owns it; its place in the list where it is missing. */
  owner?: number
  status?: string
  config: SourceConfig
}

const direct = (name: string, connector: string) => ({
  type: `${name} - Direct`,
  connector,
  connectionType: 'direct' as const,
})
const file = {
  type: 'DelimitedFile',
  connector: 'delimited-file',
  connectionType: 'file' as const,
  features: ['DIRECT_PERMISSIONS', 'NO_RANDOM_ACCESS', 'DISCOVER_SCHEMA'],
}
const rules = (...pairs: [account: string, identity: string][]) =>
  pairs.map(([account, identity]) => ({ account, identity }))

/** Number of the person behind the client demo-source-admin. */
const SOURCE_ADMIN = 2

export const sourceSpecs: readonly SourceSpec[] = [
  {
    key: 'login',
    name: 'IdentityNow',
    description: 'The accounts with which people log in to the tenant.',
    ...direct('IdentityNow', 'identitynow'),
    features: ['ENABLE', 'UNLOCK', 'PROVISIONING'],
    internal: 1,
    config: {
      identityAttribute: 'uid',
      nameAttribute: 'uid',
      entitlementAttributes: [],
      correlation: rules(['uid', 'uid']),
    },
  },
  {
    key: 'hr',
    name: 'Workday HR',
    description: 'Workers as the HR system exports them every night.',
    ...file,
    authoritative: 1,
    deleteThreshold: 10,
    config: {
      identityAttribute: 'employeeNumber',
      nameAttribute: 'displayName',
      entitlementAttributes: ['securityGroups'],
      correlation: rules(['employeeNumber', 'identificationNumber'], ['email', 'email']),
    },
  },
  {
    key: 'ad',
    name: 'Active Directory',
    description: 'Corporate directory of the domain corp.example.com.',
    ...direct('Active Directory', 'active-directory'),
    features: ['ENABLE', 'UNLOCK', 'PROVISIONING', 'PASSWORD', 'GROUP_PROVISIONING', 'SEARCH'],
    owner: SOURCE_ADMIN,
    deleteThreshold: 10,
    config: {
      identityAttribute: 'distinguishedName',
      nameAttribute: 'sAMAccountName',
      entitlementAttributes: ['memberOf'],
      correlation: rules(['employeeID', 'identificationNumber'], ['mail', 'email']),
    },
  },
  {
    key: 'entra',
    name: 'Entra ID',
    description: 'Cloud directory behind the office applications.',
    ...direct('Azure Active Directory', 'azure-active-directory'),
    features: ['ENABLE', 'PROVISIONING', 'SYNC_PROVISIONING'],
    deleteThreshold: 10,
    config: {
      identityAttribute: 'id',
      nameAttribute: 'userPrincipalName',
      entitlementAttributes: ['groups', 'roles'],
      correlation: rules(['employeeId', 'identificationNumber'], ['mail', 'email']),
    },
  },
  {
    key: 'sap',
    name: 'SAP S/4HANA',
    description: 'Finance and supply chain, production client 100.',
    ...direct('SAP', 'sap'),
    features: ['ENABLE', 'UNLOCK', 'PROVISIONING', 'PASSWORD'],
    config: {
      identityAttribute: 'userName',
      nameAttribute: 'userName',
      entitlementAttributes: ['roles'],
      correlation: rules(['email', 'email']),
    },
  },
  {
    key: 'salesforce',
    name: 'Salesforce',
    description: 'Customers, opportunities and cases.',
    ...direct('Salesforce', 'salesforce'),
    features: ['ENABLE', 'PROVISIONING'],
    config: {
      identityAttribute: 'Id',
      nameAttribute: 'Username',
      entitlementAttributes: ['permissionSets'],
      correlation: rules(['FederationIdentifier', 'identificationNumber'], ['Email', 'email']),
    },
  },
  {
    key: 'github',
    name: 'GitHub Enterprise',
    description: 'Source code and its teams.',
    ...direct('GitHub', 'github'),
    features: ['PROVISIONING'],
    owner: SOURCE_ADMIN,
    config: {
      identityAttribute: 'login',
      nameAttribute: 'login',
      entitlementAttributes: ['teams'],
      correlation: rules(['email', 'email']),
    },
  },
  {
    key: 'badge',
    name: 'Badge System',
    description: 'Badges and the zones that they open, uploaded as a CSV file.',
    ...file,
    deleteThreshold: 50,
    owner: SOURCE_ADMIN,
    config: {
      identityAttribute: 'badgeNumber',
      nameAttribute: 'holderName',
      entitlementAttributes: ['accessZones'],
      correlation: rules(['email', 'email']),
    },
  },
  {
    key: 'oracle',
    name: 'Oracle EBS',
    description: 'Purchasing and fixed assets, to be replaced by SAP.',
    ...direct('Oracle E-Business', 'oracle-ebs'),
    features: ['ENABLE', 'PROVISIONING'],
    status: 'SOURCE_STATE_FAILURE_SOURCE',
    config: {
      identityAttribute: 'USER_NAME',
      nameAttribute: 'USER_NAME',
      entitlementAttributes: ['responsibilities'],
      correlation: rules(['EMAIL_ADDRESS', 'email']),
    },
  },
]
