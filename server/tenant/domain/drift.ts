import { hash } from 'node:crypto'

import type { Db } from '../store/database.ts'
import { sourceRow, sourceRows, type SourceRow } from '../store/sources.ts'
import { deleteTarget, targetsAfter, updateTarget, type TargetRow } from '../store/targets.ts'
import { inTransaction } from '../store/transaction.ts'
import type { Attributes } from './attributes.ts'
import { invalid, notFound } from './errors.ts'
import { isSentinel } from './sentinels.ts'

export type DriftWish = {
  /** The same seed changes the same accounts in the same way. */
  seed: number
  /** Which part of the accounts is changed. */
  share: number
  /** One source instead of all. */
  sourceId?: string
}
export const driftDefaults = { seed: 1, share: 0.02 }

type Kind = 'locked' | 'disabled' | 'removed' | 'changed'
export type DriftReport = {
  sourceId: string
  sourceName: string
} & Record<Kind, { count: number; nativeIdentities: string[] }>

const BATCH = 200
/** How many native identities of each kind an answer names. */
const NAMED = 100

/**
 * Changes accounts on the systems behind the sources as other administrators would, past the tenant:
 * what the records say is out of date until the next aggregation. A real directory is left alone.
 */
export async function drift(
  db: Db,
  { seed, share, sourceId }: DriftWish,
  remoteSourceId?: string,
): Promise<{ seed: number; share: number; sources: DriftReport[] }> {
  const chosen = sourceId
    ? [await namedSource(db, sourceId, remoteSourceId)]
    : (await sourceRows(db)).filter((source) => !refusalOf(source, remoteSourceId))
  const sources: DriftReport[] = []
  for (const source of chosen) sources.push(await driftSource(db, source, seed, share))
  return { seed, share, sources }
}

async function namedSource(db: Db, id: string, remoteSourceId: string | undefined) {
  const source = await sourceRow(db, id)
  if (!source) throw notFound('source', id)
  const refusal = refusalOf(source, remoteSourceId)
  if (refusal) throw invalid(`${source.name} ${refusal}.`)
  return source
}

/** Why nothing is changed behind the source, as the rest of a sentence. */
function refusalOf(source: SourceRow, remoteSourceId: string | undefined): string | undefined {
  if (source.internal) return "holds the tenant's own accounts and has no system behind it"
  if (source.id === remoteSourceId) return 'is a real directory, which drift leaves alone'
  if (source.connection_type === 'file') return 'holds the file that was last uploaded'
  if (!source.healthy) return 'is not healthy: no aggregation would find the changes'
  return undefined
}

async function driftSource(db: Db, source: SourceRow, seed: number, share: number) {
  const kinds = kindsOf(source)
  const none = () => ({ count: 0, nativeIdentities: [] as string[] })
  const report: DriftReport = {
    sourceId: source.id,
    sourceName: source.name,
    locked: none(),
    disabled: none(),
    removed: none(),
    changed: none(),
  }
  let after = ''
  while (true) {
    const last = await inTransaction(db, async (trx) => {
      const page = await targetsAfter(trx, source.id, after, BATCH)
      for (const target of page) {
        const draw = drawsOf(`${seed} ${source.name} ${target.native_identity}`)
        if (draw() >= share || isSentinel(target.native_identity)) continue
        const kind = pick(kinds, draw())
        if (!(await change(trx, target, kind, source, draw()))) continue
        report[kind].count += 1
        if (report[kind].count <= NAMED) report[kind].nativeIdentities.push(target.native_identity)
      }
      return page.at(-1)
    })
    if (!last) return report
    after = last.native_identity
  }
}

/** Only what the source can tell of: else no aggregation would find it. */
function kindsOf({ features }: SourceRow): [Kind, ...Kind[]] {
  const kinds: [Kind, ...Kind[]] = ['removed', 'changed']
  if (features.includes('ENABLE')) kinds.push('disabled')
  if (features.includes('UNLOCK')) kinds.push('locked')
  return kinds
}

/** False where the account was so already. */
async function change(db: Db, target: TargetRow, kind: Kind, source: SourceRow, draw: number) {
  if (kind === 'removed') {
    await deleteTarget(db, target)
    return true
  }
  const changed = changeTo(kind, target, source, draw)
  if (Object.entries(changed).every(([name, value]) => Reflect.get(target, name) === value)) {
    return false
  }
  await updateTarget(db, target, changed)
  return true
}

function changeTo(
  kind: Exclude<Kind, 'removed'>,
  target: TargetRow,
  source: SourceRow,
  draw: number,
): Partial<TargetRow> {
  if (kind === 'changed') return { attributes: otherAttributes(target, source, draw) }
  return kind === 'locked' ? { locked: 1 } : { disabled: 1 }
}

const places = ['department', 'Department', 'title', 'Title', 'description'] as const
const values = ['Field services', 'Group audit', 'Partner care', 'Shared services'] as const

/** Moves the account to another department, or what stands for that on the source. */
function otherAttributes({ attributes }: TargetRow, { config }: SourceRow, draw: number): string {
  const all: Attributes = JSON.parse(attributes)
  const used = [config.identityAttribute, config.nameAttribute]
  const place =
    places.find((name) => typeof all[name] === 'string' && !used.includes(name)) ?? 'description'
  return JSON.stringify({ ...all, [place]: pick(values, draw) })
}

/** Numbers from 0 to 1 that belong to the text: the order in which accounts are read plays no part. */
function drawsOf(text: string) {
  const digits = hash('sha256', text)
  let at = 0
  return () => {
    at += 8
    return Number.parseInt(digits.slice(at - 8, at), 16) / 2 ** 32
  }
}

const pick = <T>(list: readonly [T, ...T[]], draw: number): T =>
  list[Math.floor(draw * list.length)] ?? list[0]
