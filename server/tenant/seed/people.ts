import { faker } from '@faker-js/faker/locale/en'

import type { Clock } from './clock.ts'
import { departments, locations, type Department } from './company.ts'
import { idOf, randomFrom, type Random } from './random.ts'

export type Person = {
  number: number
  id: string
  firstName: string
  lastName: string
  name: string
  /** Of several people with one name, the second and later ones have a number at the end. */
  alias: string
  email: string
  department: Department
  jobTitle: string
  location: string
  employeeNumber: string
  phone: string
  manager: { id: string; employeeNumber: string } | undefined
  isManager: boolean
  lifecycle: 'active' | 'leaveOfAbsence' | 'inactive' | 'prehire'
  status: 'ACTIVE' | 'UNREGISTERED' | 'DISABLED' | 'LOCKED'
  processingState: 'OK' | 'ERROR'
  /** Days since the first working day; negative for somebody who starts later. */
  daysEmployed: number
  startDate: string
  /** For what else is made up about this person. */
  random: Random
}

const REPORTS_PER_MANAGER = 8
/** Heads of departments and owners of sources: nobody would leave these posts empty. */
const ALWAYS_ACTIVE = 10

/** `count` people, one after the other: the first ones are the same however many follow. */
export function* people(count: number, clock: Clock): Generator<Person> {
  faker.seed(2024)
  const namesakes = new Map<string, number>()
  for (let number = 0; number < count; number += 1) {
    const firstName = faker.person.firstName()
    const lastName = faker.person.lastName()
    const plain = `${letters(firstName)}.${letters(lastName)}`
    const namesake = (namesakes.get(plain) ?? 0) + 1
    namesakes.set(plain, namesake)
    const alias = namesake === 1 ? plain : `${plain}${namesake}`
    yield personOf(
      { number, firstName, lastName, alias, isManager: isManager(number, count) },
      clock,
    )
  }
}

type Named = Pick<Person, 'number' | 'firstName' | 'lastName' | 'alias' | 'isManager'>

export function personOf(named: Named, clock: Clock): Person {
  const random = randomFrom(named.number * 7919 + 17)
  const department = random.pick(departments)
  const lifecycle = named.number < ALWAYS_ACTIVE ? 'active' : lifecycleOf(random)
  const daysEmployed = lifecycle === 'prehire' ? -random.int(3, 45) : random.int(40, 4500)
  return {
    ...named,
    id: idOf('identity', named.number),
    name: `${named.firstName} ${named.lastName}`,
    email: `${named.alias}@example.com`,
    department,
    jobTitle: random.pick(department.jobTitles),
    location: random.pick(locations),
    employeeNumber: employeeNumber(named.number),
    phone: `+1 555 ${random.int(100, 999)} ${random.int(1000, 9999)}`,
    manager: managerOf(named.number),
    lifecycle,
    status: named.number < ALWAYS_ACTIVE ? 'ACTIVE' : statusOf(lifecycle, random),
    processingState: random.chance(0.015) ? 'ERROR' : 'OK',
    daysEmployed,
    startDate: clock.dateDaysAgo(daysEmployed),
    random,
  }
}

/** A tree: the first person leads eight, each of whom leads eight, and so on. */
function managerOf(number: number): Person['manager'] {
  if (number === 0) return undefined
  const manager = Math.floor((number - 1) / REPORTS_PER_MANAGER)
  return { id: idOf('identity', manager), employeeNumber: employeeNumber(manager) }
}

function isManager(number: number, count: number): boolean {
  return number * REPORTS_PER_MANAGER + 1 < count
}

function lifecycleOf(random: Random): Person['lifecycle'] {
  const draw = random.int(1, 100)
  return draw <= 2 ? 'prehire' : draw <= 5 ? 'leaveOfAbsence' : draw <= 11 ? 'inactive' : 'active'
}

function statusOf(lifecycle: Person['lifecycle'], random: Random): Person['status'] {
  if (lifecycle === 'prehire') return 'UNREGISTERED'
  if (lifecycle === 'inactive') return 'DISABLED'
  const draw = random.int(1, 100)
  return draw <= 4 ? 'UNREGISTERED' : draw <= 6 ? 'LOCKED' : draw <= 7 ? 'DISABLED' : 'ACTIVE'
}

const employeeNumber = (number: number) => String(100_000 + number)

/** In small letters, without marks and everything that is no letter. */
export function letters(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/[^A-Za-z]/g, '')
    .toLowerCase()
}
