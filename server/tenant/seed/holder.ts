import type { Holder } from './drafts.ts'
import type { Person } from './people.ts'
import { randomFrom, type Random } from './random.ts'

const machines = ['backup', 'scanner', 'reporting', 'monitoring', 'integration', 'deploy'] as const
const strays = ['test', 'training', 'guest', 'temp', 'old', 'vendor'] as const

/** A person as their sources see them. */
export function holderOf(person: Person): Holder {
  return {
    ...person,
    department: person.department.name,
    managerNumber: person.manager?.employeeNumber ?? null,
    passwordAge: passwordAge(person.daysEmployed, person.random),
  }
}

/** Somebody or something that no rule can tie to an identity: no address, no employee number. */
export function unknownHolder(number: number, isMachine: boolean): Holder {
  const random = randomFrom(number * 104_729 + 5)
  const use = isMachine ? random.pick(machines) : random.pick(strays)
  const alias = `${isMachine ? 'svc' : use}.${isMachine ? use : 'user'}.${number}`
  return {
    number: 500_000 + number,
    alias,
    name: alias,
    firstName: '',
    lastName: use,
    email: null,
    employeeNumber: null,
    managerNumber: null,
    department: isMachine ? 'Service Accounts' : 'Unassigned',
    jobTitle: '',
    location: '',
    phone: '',
    startDate: '',
    lifecycle: 'active',
    passwordAge: random.int(30, 1500),
  }
}

/** Most change it within three months, as the policy asks; one in eight does not. */
function passwordAge(daysEmployed: number, random: Random): number {
  const age = random.chance(0.125) ? random.int(100, 900) : random.int(0, 90)
  return Math.max(0, Math.min(age, daysEmployed)) + random.int(0, 1439) / 1440
}
