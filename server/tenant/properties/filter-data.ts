import fc from 'fast-check'

import type { Item } from './filter-reference.ts'
import { nastyText } from './nasty.ts'

const id = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 1, maxLength: 32 })
const flag = fc.boolean()
const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 3 })
/** Few different ones, so that equal times are common; also the first and last that are stored. */
const time = fc.oneof(
  fc.constantFrom(0, 1_577_836_800_000, 1_577_836_800_001, 253_402_300_799_999),
  fc.integer({ min: 1_500_000_000_000, max: 1_500_000_000_009 }),
)
const name = fc.oneof(
  nastyText,
  fc.constantFrom('Active Directory', 'active directory', 'HR', '\u{1f600}', '\uffff'),
)
const status = fc.constantFrom('ACTIVE', 'DISABLED', 'UNREGISTERED')

const source = fc
  .record({
    id,
    name,
    description: nastyText,
    type: name,
    status: fc.constantFrom('SOURCE_STATE_HEALTHY', 'SOURCE_STATE_FAILURE_CLUSTER'),
    'owner.id': orNull(id),
    'owner.name': name,
    features: fc.uniqueArray(fc.constantFrom('ENABLE', 'UNLOCK', 'PROVISIONING', 'PASSWORD')),
    created: time,
    modified: time,
    'managementWorkgroup.id': fc.constant(null),
    connectionType: fc.constantFrom('direct', 'file'),
    authoritative: flag,
    healthy: flag,
    connectorName: name,
    category: orNull(name),
  })
  // Without an owner there is no name of one.
  .map((one) => ({ ...one, 'owner.name': one['owner.id'] && one['owner.name'] }))

const identity = fc.record({
  id,
  name,
  alias: name,
  firstname: name,
  lastname: name,
  email: orNull(name),
  cloudStatus: status,
  processingState: orNull(fc.constantFrom('OK', 'ERROR')),
  correlated: flag,
  protected: flag,
})

const account = fc.record({
  id,
  name,
  nativeIdentity: name,
  uuid: orNull(nastyText),
  hasEntitlements: flag,
  manuallyCorrelated: flag,
  origin: orNull(fc.constantFrom('AGGREGATED', 'PROVISIONED')),
  'recommendation.method': orNull(fc.constantFrom('DISCOVERY', 'SOURCE', 'CRITERIA')),
  created: time,
  modified: time,
  ofSource: fc.nat(),
  ofIdentity: fc.nat(),
})

const some = <T extends { id: string }>(one: fc.Arbitrary<T>, least: number, most: number) =>
  fc.uniqueArray(one, { minLength: least, maxLength: most, selector: (item) => item.id })

/** The names of sources differ, as do the native identities of one source. */
const differing = <T>(items: T[], key: (item: T) => string) => [
  ...new Map(items.map((item) => [key(item), item])).values(),
]

export type Data = { sources: Item[]; identities: Item[]; accounts: Item[] }

/** Sources and identities, and accounts that repeat of theirs what the list of accounts shows. */
export const data: fc.Arbitrary<Data> = fc
  .tuple(some(source, 1, 8), some(identity, 1, 20), some(account, 0, 40))
  .map(([allSources, identities, drafts]) => {
    const sources = differing(allSources, (one) => one.name.toLowerCase())
    const accounts = drafts.map(({ ofSource, ofIdentity, ...own }) => {
      const [from, of] = [
        sources[ofSource % sources.length],
        identities[ofIdentity % identities.length],
      ]
      if (!from || !of) throw new Error('There is at least one of each')
      return {
        ...own,
        entitlements: own.hasEntitlements,
        uncorrelated: !of.correlated,
        sourceId: from.id,
        'source.displayableName': from.name,
        'source.authoritative': from.authoritative,
        'source.connectionType': from.connectionType,
        identityId: of.id,
        'identity.name': of.name,
        'identity.correlated': of.correlated,
        'identity.identityState': of.cloudStatus,
      }
    })
    const unlike = differing(accounts, (one) => `${one.sourceId} ${one.nativeIdentity}`)
    return { sources, identities: identities.map(seenByFilters), accounts: unlike }
  })

/** The list of identities compares a missing address as the empty text. */
const seenByFilters = <T extends { email: string | null }>(one: T) => ({
  ...one,
  email: one.email ?? '',
})
