import fc from 'fast-check'
import { expect, test } from 'vitest'

import { cluesOf, keyOf } from './account-clues.ts'
import type { Candidate, Sharing } from './candidate.ts'
import { judge } from './score.ts'
import { CLEAR, CLOSE, weights } from './weights.ts'

type Person = { id: string; name?: string; email?: string; login?: string; employee?: string }

function candidate({ id, name, email, login, employee }: Person): Candidate {
  const keys = (value: string | undefined) =>
    new Map(value === undefined ? [] : [[keyOf(value), value]])
  return {
    identity: { id, name: name ?? '', alias: login ?? '', email: email ?? '' },
    keys: {
      email: keys(email),
      employeeNumber: keys(employee),
      login: keys(login),
      name: keys(name),
    },
  }
}

const alone: Sharing = () => 1
const ada = {
  id: 'ada',
  name: 'Ada Lovelace',
  email: 'ada@example.com',
  login: 'ada.lovelace',
  employee: '100815',
}

function judged(account: Record<string, unknown>, people: Person[], sharing = alone) {
  return judge(cluesOf(account), people.map(candidate), sharing)
}
const scores = (account: Record<string, unknown>, people: Person[], sharing = alone) =>
  judged(account, people, sharing).suggestions.map(({ identity, score }) => [identity.id, score])

test.each([
  ['an e-mail address', { attributes: { mail: 'Ada@Example.com' } }, 95, true],
  ['an employee number', { attributes: { employeeID: 100_815 } }, 95, true],
  ['a login', { name: 'ada.lovelace', isMachine: true }, 60, false],
  ['a name', { attributes: { displayName: 'Lovelace, Ada' } }, 50, false],
  [
    'a login and a name',
    { attributes: { uid: 'ADA.LOVELACE', displayName: 'Ada Lovelace' } },
    80,
    true,
  ],
  ['a login with other marks', { name: 'ADA_LOVELACE', isMachine: true }, 60, false],
  [
    'the login before a domain',
    { attributes: { userPrincipalName: 'ada.lovelace@corp' } },
    60,
    false,
  ],
])('%s that only one identity has', (_what, account, score, isClear) => {
  const answer = judged(account, [ada])
  expect(answer.suggestions.map((each) => each.score)).toEqual([score])
  expect(answer).toMatchObject({ isClear, isAmbiguous: false })
})

test('the evidence names both values as they are written, the strongest first', () => {
  const account = {
    name: 'ada.lovelace',
    attributes: { mail: 'ADA@example.com', displayName: 'Lovelace Ada' },
  }
  expect(judged(account, [ada]).suggestions[0]?.evidence).toEqual([
    { kind: 'email', account: 'ADA@example.com', identity: 'ada@example.com', similarity: 1 },
    { kind: 'login', account: 'ada.lovelace', identity: 'ada.lovelace', similarity: 1 },
    { kind: 'name', account: 'Lovelace Ada', identity: 'Ada Lovelace', similarity: 1 },
  ])
})

test('an address that two identities share decides for neither', () => {
  const account = { attributes: { mail: 'ada@example.com' } }
  const answer = judged(account, [ada, { ...ada, id: 'twin' }], () => 2)
  expect(answer.suggestions.map(({ score }) => score)).toEqual([60, 60])
  expect(answer).toMatchObject({ isAmbiguous: true, isClear: false })
})

test('a value that many identities have says nothing', () => {
  expect(
    scores(
      { attributes: { mail: 'none@example.com' } },
      [{ id: 'a', email: 'none@example.com' }],
      () => 6,
    ),
  ).toEqual([])
})

const countess = { ...ada, email: 'ada.lovelace@example.com' }
const taken: Sharing = (_kind, key) => Number(Object.values(countess).includes(key))

test.each([
  ['a misspelt address', { mail: 'ada.lovelace@exmaple.com' }, 'email', 0.92],
  ['a private address', { mail: 'ada.lovelace@post.example' }, 'email', 0.64],
  ['a misspelt number', { employeeID: '10081t' }, 'employeeNumber', 0.83],
])(
  "%s that is nobody's speaks for who has almost the same",
  (_what, attributes, kind, similarity) => {
    const account = { attributes: { ...attributes, displayName: 'Lovelace Ada' } }
    const answer = judged(account, [countess], taken)
    const [first] = answer.suggestions
    expect(first?.evidence.find((each) => each.kind === kind)).toMatchObject({ similarity })
    expect(first?.evidence.map((each) => each.kind)).toContain('name')
    expect(first?.score).toBeGreaterThan(100 * weights.name)
    expect(answer.isClear).toBe(false)
  },
)

test("an address that is somebody else's speaks for them alone, however alike", () => {
  const other = { id: 'other', email: 'ada.lovelace2@example.com' }
  const account = { attributes: { mail: other.email } }
  expect(scores(account, [countess, other], () => 1)).toEqual([['other', 95]])
})

test('one text is one reason: a login that reads like a name is not both', () => {
  expect(scores({ name: 'ADA_LOVELACE' }, [ada])).toEqual([['ada', 60]])
  expect(scores({ name: 'Ada Lovelace' }, [ada])).toEqual([['ada', 50]])
})

test('a description is read as a name where there is no other', () => {
  const described = { name: 'ALOVEL', attributes: { DESCRIPTION: 'Ada Lovelace' } }
  expect(scores(described, [ada])).toEqual([['ada', 50]])
  const called = { displayName: 'Alan Turing', description: 'Ada Lovelace' }
  expect(scores({ attributes: called }, [ada])).toEqual([])
  expect(scores({ attributes: { description: 'Service of Ada Lovelace' } }, [ada])).toEqual([])
})

test('short values are not compared by likeness', () => {
  expect(
    scores({ attributes: { employeeID: '816' } }, [{ id: 'a', employee: '815' }], () => 0),
  ).toEqual([])
})

test('where the address says one person and the employee number another, neither is clear', () => {
  const account = { attributes: { mail: 'ada@example.com', employeeID: '7' } }
  const answer = judged(account, [ada, { id: 'bob', employee: '7' }])
  expect(answer.isClear).toBe(false)
  expect(answer.suggestions.map(({ identity }) => identity.id)).toEqual(['bob', 'ada'])
})

test('another employee number speaks against an equal address, and is told', () => {
  const answer = judged({ attributes: { mail: 'ada@example.com', employeeID: '7' } }, [ada])
  const [first] = answer.suggestions
  expect(first?.score).toBeLessThan(CLEAR)
  expect(answer.isClear).toBe(false)
  expect(first?.evidence.at(-1)).toEqual({
    kind: 'employeeNumber',
    account: '7',
    identity: '100815',
    similarity: 0,
  })
})

test.each(['svc-ada.lovelace', 'test.lovelace', 'Admin Lovelace', 'ada.lovelace.SVC01'])(
  '%s looks like a machine, to which names say nothing',
  (name) => {
    const account = { name, attributes: { displayName: 'Ada Lovelace' } }
    expect(scores(account, [ada])).toEqual([])
    expect(scores({ ...account, attributes: { mail: ada.email } }, [ada])).toEqual([['ada', 95]])
  },
)

test('a name alone never reaches the bound, however equal', () => {
  expect(100 * weights.name).toBeLessThan(CLEAR)
  expect(100 * weights.login.own).toBeLessThan(CLEAR)
})

const anything = fc.anything({ maxDepth: 3, withBigInt: true, withDate: true, withMap: true })
const word = fc.constantFrom('mail', 'employeeID', 'displayName', 'uid', 'sn', 'givenName')

test('attributes of any type are read without a failure', () => {
  const account = fc.record({
    name: anything,
    nativeIdentity: anything,
    isMachine: anything,
    attributes: fc.oneof(anything, fc.dictionary(word, anything)),
  })
  fc.assert(
    fc.property(account, (given) => {
      const { suggestions } = judged(given, [ada])
      for (const { score } of suggestions) expect(score).toBeGreaterThan(0)
    }),
  )
})

const some = (...values: string[]) => fc.option(fc.constantFrom(...values), { nil: undefined })
const person = fc.record({
  id: fc.uuid(),
  name: some('Ada Lovelace', 'Ada Byron', 'Alan Turing', ''),
  email: some('ada@example.com', 'alan@example.com'),
  login: some('ada.lovelace', 'alan'),
  employee: some('1', '2'),
})
const described = fc.record({
  name: fc.constantFrom('ada.lovelace', 'alan', 'x'),
  attributes: fc.record({
    mail: some('ada@example.com', 'alan@example.com'),
    displayName: some('Ada Lovelace', 'Turing Alan'),
    employeeNumber: some('1', '2', '3'),
  }),
})

test('the best come first, five at most, and two that are close are never clear', () => {
  fc.assert(
    fc.property(described, fc.array(person, { maxLength: 9 }), (account, people) => {
      const { suggestions, isAmbiguous, isClear } = judged(account, people)
      const found = suggestions.map(({ score }) => score)
      expect(found).toEqual(found.toSorted((a, b) => b - a))
      expect(found.length).toBeLessThanOrEqual(5)
      for (const score of found) expect(score).toBeLessThanOrEqual(100)
      const [first = 0, second = 0] = found
      if (second > 0 && first - second < CLOSE) expect(isAmbiguous).toBe(true)
      if (isClear) expect(isAmbiguous).toBe(false)
      if (isClear) expect(first).toBeGreaterThanOrEqual(CLEAR)
    }),
  )
})

test('the order in which candidates were found does not count', () => {
  fc.assert(
    fc.property(
      described,
      fc.uniqueArray(person, { selector: ({ id }) => id }),
      (account, people) => {
        expect(judged(account, people)).toEqual(judged(account, people.toReversed()))
      },
    ),
  )
})
