import { randomUUID } from 'node:crypto'

import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'

import { campaign, timeout } from '../../lib/runs.ts'
import { listAudit } from '../store/audit.ts'
import type { RunRow } from '../store/schema.ts'
import { NothingToRetry, type Verdict } from './ledger.ts'
import { runMove, type ItemMove, type ItemState, type RunMove } from './states.ts'
import { draftRun, openLedger, TENANT } from './testing/drafts.ts'
import { Model } from './testing/model.ts'

const SIZE = 4
type Opened = Awaited<ReturnType<typeof openLedger>>
type Real = Opened & { run: RunRow; desk: ReturnType<Opened['ledger']['desk']> }
type Steps = (model: Model, real: Real) => Promise<void>

class Command implements fc.AsyncCommand<Model, Real> {
  readonly name: string
  readonly steps: Steps
  constructor(name: string, steps: Steps) {
    this.name = name
    this.steps = steps
  }
  check = () => true
  async run(model: Model, real: Real): Promise<void> {
    await this.steps(model, real)
    await same(model, real)
  }
  toString = () => this.name
}

/** The ledger says of everything what the model says. */
async function same(model: Model, { db, ledger, run }: Real): Promise<void> {
  const row = await ledger.find(run.id)
  const items = await ledger.itemsAfter(run.id, allStates, 0, 100)
  expect(row?.state).toBe(model.state)
  expect(items.map(({ state }) => state)).toEqual(model.items)
  const asked = { run: run.id, account: '', identity: '', events: [], q: '', limit: 0, offset: 0 }
  expect((await listAudit(db, TENANT, asked)).total).toBe(model.audit)
}

const allStates: ItemState[] = [
  'planned',
  'sent',
  'accepted',
  'done',
  'failed',
  'notConfirmed',
  'skipped',
  'notSent',
]

const told = { operator: 'ines', event: 'told' }
const move = (name: RunMove) =>
  fc.constant(
    new Command(name, async (model, { ledger, run }) => {
      const done = await ledger.moveRun(run, name, told)
      expect(done?.state).toBe(model.moveRun(name) ? runMove(name).to : undefined)
    }),
  )
const cancel = fc.constant(
  new Command('cancel', async (model, { ledger, run }) => {
    const done = await ledger.cancel(run, 'ines')
    const isExpected = model.moveRun('cancel')
    if (isExpected) model.leaveOut()
    expect(done !== undefined).toBe(isExpected)
  }),
)
const cancelScheduled = fc.constant(
  new Command('cancelScheduled', async (model, { ledger, run }) => {
    const done = await ledger.cancelScheduled(run, 'ines')
    const isExpected = model.moveRun('cancelScheduled')
    if (isExpected) model.leaveOut()
    expect(done !== undefined).toBe(isExpected)
  }),
)
const retry = fc.subarray<ItemState>(['failed', 'notConfirmed', 'notSent'], { minLength: 1 }).map(
  (states) =>
    new Command(`retry ${states.join()}`, async (model, { ledger, run }) => {
      const wasOver = ['finished', 'cancelled'].includes(model.state)
      const again = model.retry(states)
      const done = ledger.retry(run, 'ines', states)
      if (wasOver && again === 0) await expect(done).rejects.toThrow(NothingToRetry)
      else expect((await done) !== undefined).toBe(again > 0)
    }),
)
const number = fc.integer({ min: 1, max: SIZE })
const send = fc.uniqueArray(number, { minLength: 1 }).map(
  (numbers) =>
    new Command(`send ${numbers.join()}`, async (model, { desk }) => {
      const done = await Promise.all(numbers.map((one) => desk.intend(one)))
      expect(done).toEqual(numbers.map((one) => model.send(one - 1)))
    }),
)
const answer = fc.record({ number, as: fc.constantFrom('accept', 'takeBack') }).map(
  ({ number: one, as }) =>
    new Command(`${as} ${one}`, async (model, { desk }) => {
      const entry = { number: one, nth: 1, status: 202, words: null, trackingId: null }
      const outcome = as === 'accept' ? 'accepted' : 'busy'
      await desk.answered({ ...entry, outcome, move: as as 'accept', taskId: 't' })
      model.moveItem(one - 1, as as ItemMove)
    }),
)
const resend = number.map(
  (one) =>
    new Command(`resend ${one}`, async (model, { ledger, run }) => {
      await ledger.resend(run, [one])
      model.moveItem(one - 1, 'resend')
    }),
)
const verdict = fc
  .record({
    number,
    as: fc.constantFrom<Verdict['move']>('confirm', 'fail', 'giveUp', 'skip'),
  })
  .map(
    ({ number: one, as }) =>
      new Command(`${as} ${one}`, async (model, { ledger, run }) => {
        const rows = await ledger.settle(run, [{ number: one, move: as, words: 'so it is' }])
        expect(rows.length === 1).toBe(model.moveItem(one - 1, as))
      }),
  )

const give = fc.boolean().map(
  (isOwn) =>
    new Command(isOwn ? 'take over' : 'lose', async (model, { ledger, other }) => {
      const [from, to] = isOwn ? [other, ledger] : [ledger, other]
      await from.endLeases()
      await to.takeLeases()
      model.give(isOwn)
    }),
)

test(
  'whatever happens in whatever order, runs and items move as a small model says, and each verdict is audited once',
  { timeout },
  async () => {
    const opened = await openLedger()
    const moves: RunMove[] = ['start', 'schedule', 'begin', 'pause', 'resume', 'finish']
    const all = [
      ...[...moves, 'start' as const, 'finishCancelled' as const].map(move),
      cancel,
      cancelScheduled,
      retry,
      send,
      send,
      send,
      answer,
      answer,
      resend,
      verdict,
      verdict,
      give,
    ]
    await fc.assert(
      fc.asyncProperty(fc.commands(all, { maxCommands: 40, size: 'max' }), async (commands) => {
        const ids = Array.from({ length: SIZE }, () => randomUUID())
        const run = await draftRun(opened, ids)
        const real = { ...opened, run, desk: opened.ledger.desk(run) }
        await fc.asyncModelRun(() => ({ model: new Model(SIZE), real }), commands)
      }),
      campaign(40, 2000),
    )
  },
)

test('the database itself lets no account be under way in two runs', async () => {
  const opened = await openLedger()
  const [first, second] = [await draftRun(opened, ['a', 'b']), await draftRun(opened, ['b', 'c'])]
  for (const run of [first, second]) await opened.ledger.moveRun(run, 'start', told)
  expect(await opened.ledger.desk(first).intend(2)).toBe(true)
  expect(await opened.ledger.desk(second).intend(1)).toBe(false)
  const anyway = opened.db.updateTable('run_item').set({ state: 'sent' })
  const ofSecond = anyway.where('run_id', '=', second.id).where('number', '=', 1)
  await expect(ofSecond.execute()).rejects.toThrow(/unique/i)
  await opened.ledger.settle(first, [{ number: 2, move: 'confirm', words: null }])
  expect(await opened.ledger.desk(second).intend(1)).toBe(true)
})

test('the audit log can only grow', async () => {
  const { ledger, db, ...rest } = await openLedger()
  const run = await draftRun({ ledger, db, ...rest }, ['a'])
  await ledger.moveRun(run, 'start', told)
  await expect(sql`update audit set operator = 'nobody'`.execute(db)).rejects.toThrow(/append-only/)
  await expect(sql`delete from audit`.execute(db)).rejects.toThrow(/append-only/)
  const asked = { run: run.id, account: '', identity: '', events: [], q: '', limit: 9, offset: 0 }
  expect((await listAudit(db, TENANT, asked)).rows).toMatchObject([{ operator: 'ines' }])
})
