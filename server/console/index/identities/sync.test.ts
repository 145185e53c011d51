import fc from 'fast-check'
import { expect, test } from 'vitest'

import { fewerRuns, newIndexPlace } from '../../testing/index-place.ts'
import { openIndexFile } from '../store/file.ts'
import { ReadFailed, type Reader } from '../sync/reader.ts'
import { createIdentityCopy } from './copy.ts'
import type { TenantIdentity } from './record.ts'
import { createIdentitySync } from './sync.ts'

type Changing = Map<string, TenantIdentity & { name: string }>
type Change = (people: Changing, call: number) => void

/** A tenant that sorts by name alone, as ISC does, and that somebody changes before each answer. */
function tenantOf(people: Changing, change: Change = () => {}) {
  let calls = 0
  const list: Reader['list'] = async ({ filters, limit, offset = 0, count }) => {
    change(people, calls)
    calls += 1
    const all = [...people.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1))
    const asked = filters === undefined ? all : all.filter(({ id }) => filters.includes(`"${id}"`))
    const accounts = asked.slice(offset, offset + limit).map((each) => structuredClone(each))
    return { accounts, total: count ? asked.length : undefined, at: Date.now() }
  }
  const reader: Reader = {
    list,
    count: async () => (await list({ limit: 0, count: true })).total ?? 0,
    byIds: async (ids) =>
      (await list({ filters: ids.map((id) => `"${id}"`).join(), limit: 1000 })).accounts,
    tenantId: async () => 'tenant',
  }
  return { reader, calls: () => calls }
}

const person = (n: number, name = `name ${n}`) => ({ id: `id-${n}`, name })
const people = (count: number): Changing =>
  new Map(Array.from({ length: count }, (_, n) => [`id-${n}`, person(n)]))

type Options = { reader: Reader; sources?: Reader; until: () => boolean }

/** Syncs until told otherwise, without a pause. */
async function syncInto(
  copy: ReturnType<typeof createIdentityCopy>,
  { reader, sources = tenantOf(new Map()).reader, until }: Options,
) {
  const ended = new AbortController()
  const problems: string[] = []
  let hours = 0
  const list: Reader['list'] = async (question) => {
    ended.signal.throwIfAborted()
    return reader.list(question)
  }
  const sync = createIdentitySync({
    identities: { ...reader, list },
    sources,
    copy,
    signal: ended.signal,
    changed: () => {
      const { problem } = sync.freshness()
      if (problem !== undefined) problems.push(problem)
      if (until()) ended.abort()
    },
    log: { warn: () => {}, error: (error: unknown) => expect.fail(String(error)) },
    retry: () => 0,
    // A pass is due each time.
    now: () => (hours += 1) * 3_600_000,
    look: 0,
  })
  await sync.run()
  return { problems, freshness: sync.freshness() }
}

async function emptyCopy() {
  const { database, schema } = await newIndexPlace()
  const file = await openIndexFile(database, { warn: () => {} }, schema)
  const copy = createIdentityCopy(file)
  const copied = async () => {
    const rows = await file.read.selectFrom('identity_body').select('body').execute()
    const all: TenantIdentity[] = rows.map(({ body }) => JSON.parse(body))
    return all.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  }
  return { file, copy, copied }
}

const sorted = (all: Changing) => [...all.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1))

test('the copy equals a tenant whose people came, were renamed and went between its answers', async () => {
  const step = fc.record({ id: fc.nat(900), kind: fc.nat(2), name: fc.nat(900) })
  await fc.assert(
    fc.asyncProperty(
      fc.nat(800),
      fc.array(fc.array(step, { maxLength: 8 }), { maxLength: 10 }),
      async (count, steps) => {
        const all = people(count)
        const { reader, calls } = tenantOf(all, (changing, call) => {
          for (const { id, kind, name } of steps[call] ?? []) {
            if (kind === 0) changing.delete(`id-${id}`)
            else changing.set(`id-${id}`, person(id, `name ${name}`))
          }
        })
        const { file, copy, copied } = await emptyCopy()
        await syncInto(copy, { reader, until: () => calls() > 10 * (steps.length + 5) })

        expect(await copied()).toEqual(sorted(all))
        expect(copy.memory.size).toBe(all.size)
        await file.close()
      },
    ),
    { numRuns: fewerRuns(15) },
  )
})

test('a pass that was cut off goes on where it stopped', async () => {
  const all = people(700)
  const { file, copy, copied } = await emptyCopy()
  const first = tenantOf(all)
  await syncInto(copy, { reader: first.reader, until: () => copy.memory.size >= 250 })
  expect(copy.memory.size).toBeLessThan(700)

  const again = createIdentityCopy(file)
  const asked: (number | undefined)[] = []
  const { reader } = tenantOf(all)
  const list: Reader['list'] = (question) => {
    if (question.sorters === 'name') asked.push(question.offset)
    return reader.list(question)
  }
  await syncInto(again, { reader: { ...reader, list }, until: () => again.memory.size === 700 })
  expect(Math.min(...asked.map((offset) => offset ?? 0))).toBeGreaterThan(0)
  expect(await copied()).toHaveLength(700)
  await file.close()
})

test('who may not list sources still has the identities, and a tenant that fails is asked again', async () => {
  const { reader } = tenantOf(people(3))
  let failures = 2
  const failing: Reader['list'] = async (question) => {
    if ((failures -= 1) >= 0) throw new ReadFailed(503, 'Later.')
    return reader.list(question)
  }
  const forbidden: Reader['list'] = async () => {
    throw new ReadFailed(403, 'Not for you.')
  }
  const { file, copy } = await emptyCopy()
  const { problems, freshness } = await syncInto(copy, {
    reader: { ...reader, list: failing },
    sources: { ...reader, list: forbidden },
    until: () => copy.memory.size === 3,
  })
  expect(new Set(problems)).toEqual(new Set(['Later.']))
  expect(freshness.total).toBe(3)
  expect(copy.sources).toEqual([])
  await file.close()
})

test('a copy that is made anew is not complete until it has been read again', async () => {
  const { file, copy } = await emptyCopy()
  let hasRenewed = false
  const all = people(300)
  const { reader, calls } = tenantOf(all)
  const list: Reader['list'] = async (question) => {
    if (question.offset === 249 && !hasRenewed) {
      hasRenewed = true
      await file.renew('for a test')
    }
    return reader.list(question)
  }
  const { freshness } = await syncInto(copy, {
    reader: { ...reader, list },
    until: () => calls() > 20,
  })
  expect(hasRenewed).toBe(true)
  expect(freshness.complete).toBe(true)
  expect(copy.memory.size).toBe(300)
  await file.renew('once more')
  expect(copy.isCurrent()).toBe(false)
  await file.close()
})
