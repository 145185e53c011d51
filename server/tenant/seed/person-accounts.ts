import type { AccountWriter, NewAccount } from './account-writer.ts'
import type { SeedSource } from './catalogue.ts'
import type { Clock } from './clock.ts'
import { draftOf } from './drafts.ts'
import { holderOf } from './holder.ts'
import type { Person } from './people.ts'
import type { Random } from './random.ts'
import { flag, refOf, type AccountState } from './rows.ts'
import type { SourceKey } from './source-list.ts'

/** How many of a hundred people have an account there. */
const coverage: Record<SourceKey, number> = {
  login: 100,
  hr: 100,
  ad: 95,
  entra: 85,
  sap: 30,
  salesforce: 22,
  github: 20,
  badge: 35,
  oracle: 10,
}

/** The first two people have collected groups for years; the next five differ on the target. */
const COLLECTORS = 2
const DRIFTED = 5

/** Returns the sources on which the person has one now. */
export function addAccountsOf(
  person: Person,
  sources: SeedSource[],
  accounts: AccountWriter,
  clock: Clock,
): ReadonlySet<SourceKey> {
  const { number, random } = person
  const own = new Set<SourceKey>()
  for (const source of sources) {
    const isFixed = source.key === 'ad' && number < COLLECTORS + DRIFTED
    if (!isFixed && random.int(1, 100) > coverage[source.key]) continue
    if (person.lifecycle === 'prehire' && source.key !== 'hr' && source.key !== 'login') continue
    const state = isFixed ? {} : stateOf(person, source)
    own.add(source.key)
    accounts.add({
      source,
      identity: refOf(person),
      draft: draftOf(source.key, holderOf(person), clock),
      entitlements: entitlementsOf(person, source),
      state,
      onTarget: isFixed ? driftOf(number) : undefined,
      age: Math.max(1, person.daysEmployed - random.int(0, 5)),
    })
  }
  return own
}

function entitlementsOf({ number, random }: Person, source: SeedSource) {
  const usual = random.sample(source.entitlements, entitlementCount(random))
  const collects = source.key === 'ad' && number < COLLECTORS
  return collects ? [...source.entitlements.slice(0, 40), ...source.rareEntitlements] : usual
}

/** None for one account in eight, else one to twelve, rather few than many. */
export function entitlementCount(random: Random): number {
  return random.chance(0.125) ? 0 : Math.min(random.int(1, 12), random.int(1, 12))
}

function stateOf(person: Person, source: SeedSource): AccountState {
  const { lifecycle, random, status } = person
  const draw = random.int(1, 100)
  const common = {
    origin: draw <= 84 ? 'AGGREGATED' : draw <= 97 ? 'PROVISIONED' : null,
    manually_correlated: flag(random.chance(0.03)),
  }
  if (source.row.internal === 1) {
    return { ...common, disabled: flag(status === 'DISABLED'), locked: flag(status === 'LOCKED') }
  }
  const features = source.row.features
  const shareDisabled = lifecycle === 'inactive' ? 0.9 : lifecycle === 'leaveOfAbsence' ? 0.4 : 0.06
  const disabled = random.chance(shareDisabled) && features.includes('"ENABLE"')
  const locked = random.chance(0.042) && features.includes('"UNLOCK"')
  return { ...common, disabled: flag(disabled), locked: flag(locked) }
}

function driftOf(number: number): NewAccount['onTarget'] {
  if (number < COLLECTORS) return undefined
  return number < COLLECTORS + 3 ? { locked: 1 } : { disabled: 1 }
}
