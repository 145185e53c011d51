import { departmentNames, locations } from './company.ts'
import { guidOf } from './random.ts'
import type { SourceKey } from './source-list.ts'

export type EntitlementSpec = {
  attribute: string
  objectType: string
  name: string
  value: string
  description: string
  /** Given to special accounts only. */
  rare?: boolean
}

type Family = {
  attribute: string
  objectType: string
  areas: readonly string[]
  kinds: readonly string[]
  value: (area: string, kind: string) => string
}

const dash = (...words: string[]) => words.join('-').replaceAll(' ', '-')
const groupDn = (name: string) => `CN=${name},OU=Groups,DC=corp,DC=example,DC=com`

const families: Partial<Record<SourceKey, Family>> = {
  hr: {
    attribute: 'securityGroups',
    objectType: 'group',
    areas: departmentNames,
    kinds: ['Self Service', 'Manager'],
    value: (area, kind) => `${area} ${kind}`,
  },
  ad: {
    attribute: 'memberOf',
    objectType: 'group',
    areas: departmentNames,
    kinds: ['Users', 'Read', 'Write', 'Remote Access', 'Admin'],
    value: (area, kind) => groupDn(dash('GG', area, kind)),
  },
  entra: {
    attribute: 'groups',
    objectType: 'group',
    areas: departmentNames,
    kinds: ['Members', 'Guests', 'Owner'],
    value: (area, kind) => guidOf(`entra group ${area} ${kind}`),
  },
  sap: {
    attribute: 'roles',
    objectType: 'role',
    areas: ['FI', 'CO', 'MM', 'SD', 'HR', 'PP', 'QM', 'PM'],
    kinds: ['Display', 'Clerk', 'Manager', 'Admin'],
    value: (area, kind) => `Z_${area}_${kind.toUpperCase()}`,
  },
  salesforce: {
    attribute: 'permissionSets',
    objectType: 'group',
    areas: ['Leads', 'Opportunities', 'Cases', 'Campaigns', 'Reports', 'Contracts'],
    kinds: ['Read', 'Edit', 'Export', 'Admin'],
    value: (area, kind) => `${area}_${kind}`,
  },
  github: {
    attribute: 'teams',
    objectType: 'group',
    areas: [
      'web',
      'mobile',
      'platform',
      'data',
      'billing',
      'search',
      'tools',
      'docs',
      'infra',
      'labs',
    ],
    kinds: ['read', 'write', 'maintain', 'admin'],
    value: (area, kind) => dash(area, kind),
  },
  badge: {
    attribute: 'accessZones',
    objectType: 'zone',
    areas: locations,
    kinds: ['Main entrance', 'Parking', 'Archive', 'Laboratory', 'Server room'],
    value: (area, kind) => dash(area, kind).toUpperCase(),
  },
  oracle: {
    attribute: 'responsibilities',
    objectType: 'responsibility',
    areas: [
      'Payables',
      'Receivables',
      'Ledger',
      'Assets',
      'Purchasing',
      'Inventory',
      'Cash',
      'Tax',
    ],
    kinds: ['Inquiry', 'User', 'Manager', 'Super User'],
    value: (area, kind) => `${area} ${kind}`,
  },
}

const directoryRoles = [
  'Global Administrator',
  'User Administrator',
  'Helpdesk Administrator',
  'Security Reader',
  'Reports Reader',
  'Exchange Administrator',
]

const privilegedKinds = /\b(Admin|Administrator|Owner|Super User|Server room)$/i

export const isPrivileged = ({ name }: EntitlementSpec) => privilegedKinds.test(name)

/** What accounts on a source can be given. */
export function entitlementSpecs(source: SourceKey): EntitlementSpec[] {
  const family = families[source]
  const specs = family ? specsOf(family) : []
  if (source === 'ad') return [...specs, ...projectGroups()]
  return source === 'entra' ? [...specs, ...entraRoles()] : specs
}

function specsOf({ attribute, objectType, areas, kinds, value }: Family): EntitlementSpec[] {
  return areas.flatMap((area) =>
    kinds.map((kind) => ({
      attribute,
      objectType,
      name: `${area} ${kind}`,
      value: value(area, kind),
      description: `${kind} for ${area}`,
    })),
  )
}

/** A directory collects groups of projects for years; a few accounts are in nearly all of them. */
function projectGroups(): EntitlementSpec[] {
  return Array.from({ length: 280 }, (_, index) => {
    const name = `PRJ-${String(index + 1).padStart(4, '0')}`
    const description = `Members of project ${index + 1}`
    return {
      attribute: 'memberOf',
      objectType: 'group',
      name,
      value: groupDn(name),
      description,
      rare: true,
    }
  })
}

function entraRoles(): EntitlementSpec[] {
  return directoryRoles.map((name) => ({
    attribute: 'roles',
    objectType: 'role',
    name,
    value: guidOf(`entra role ${name}`),
    description: `Directory role ${name}`,
  }))
}
