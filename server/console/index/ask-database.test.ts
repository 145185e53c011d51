import fc from 'fast-check'
import { expect, test } from 'vitest'

import { createCopy } from './copy.ts'
import { listAccounts } from './list.ts'
import { openIndexFile } from './store/file.ts'
import { searchText } from './store/fold.ts'
import type { TenantAccount } from './store/record.ts'

const quiet = { warn: (text: string) => expect.fail(text) }

async function openCopy() {
  const file = await openIndexFile(':memory:', quiet)
  const copy = createCopy(file, () => {})
  await copy.load()
  const find = async (filters: string) => {
    const asked = { filters, sorters: '', limit: 250, offset: 0, facets: [] }
    const { bodies, total } = await listAccounts(file.read, copy.memory, asked)
    expect(bodies).toHaveLength(total)
    return bodies.map((body): string => JSON.parse(body).id).toSorted()
  }
  return { file, copy: copy.copy, memory: () => copy.memory, find }
}

const account = fc
  .record({
    id: fc.nat(12).map((n) => `id-${n}`),
    name: fc.constantFrom('Anna Berg', 'anna', 'Zoë', '\ufffdab', null),
    nativeIdentity: fc.constantFrom('berg', 'b', undefined),
    // A list, so that memory does not hold the attribute.
    attributes: fc.constantFrom({ tags: ['red', 'Bergen'] }, { tags: ['blue'] }, { tags: [] }),
  })
  .map((made): TenantAccount => made)

const tagsOf = ({ attributes }: TenantAccount) => (attributes as { tags: string[] }).tags // as the accounts above have it
const startsOf = ({ name, nativeIdentity }: TenantAccount) =>
  [name, nativeIdentity].map((text) => String(text ?? '').toLowerCase())

const questions: [string, (account: TenantAccount) => boolean][] = [
  ['text co "BERG"', (each) => searchText(each).includes('berg')],
  ['text co "zoe"', (each) => searchText(each).includes('zoe')],
  ['text co "b"', (each) => startsOf(each).some((text) => text.startsWith('b'))],
  ['attributes.tags co "erge"', (each) => tagsOf(each).includes('Bergen')],
  ['attributes.tags eq "red"', (each) => tagsOf(each).includes('red')],
]

test('what the database answered before follows every write since', async () => {
  const round = fc.record({
    accounts: fc.array(account, { maxLength: 6 }),
    gone: fc.array(fc.nat(12), { maxLength: 2 }),
    question: fc.nat(questions.length - 1),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(round, { maxLength: 12 }), async (rounds) => {
      const { file, copy, find } = await openCopy()
      const all = new Map<string, TenantAccount>()
      for (const { accounts, gone, question } of rounds) {
        // Asked while it is written, and then again.
        const [filter = ''] = questions[question] ?? []
        const early = find(filter)
        const ids = gone.map((n) => `id-${n}`)
        await Promise.all([early, copy.put(accounts, 1), copy.remove(ids)])
        for (const each of accounts) all.set(each.id, each)
        for (const id of ids) all.delete(id)
        for (const [text, matches] of questions) {
          const expected = [...all.values()].filter(matches).map(({ id }) => id)
          expect([text, await find(text)]).toEqual([text, expected.toSorted()])
        }
      }
      await file.close()
    }),
    { numRuns: Number(process.env.PROPERTY_RUNS ?? 60) },
  )
})

test('a question that failed is asked anew', async () => {
  const { file, copy, memory, find } = await openCopy()
  await copy.put([{ id: 'a', name: 'Anna' }], 1)
  const failing = memory().answers.of(
    'text anna',
    () => true,
    () => Promise.reject(new Error('no')),
  )
  await expect(failing).rejects.toThrow('no')

  expect(await find('text co "anna"')).toEqual(['a'])
  await file.close()
})
