import type { FastifyReply, FastifyRequest } from 'fastify'

import type { components, operations } from '../../../src/api/console-schema.d.ts'
import { Refusal, TenantFailure } from '../domain/failures.ts'
import { operatorOf } from '../domain/operator.ts'
import type { AuditAsked } from '../store/audit.ts'
import type { Upstream } from '../upstream/upstream.ts'
import { auditColumns, itemColumns } from './columns.ts'
import { csvOf } from './csv.ts'
import type { Runs } from './runs.ts'
import { itemStates, runStates } from './states.ts'
import { auditView, itemView, planItemView, planView } from './view.ts'

type Schemas = components['schemas']
type Deps = { runs: Runs; upstream: Upstream }

/** A selection of 50,000 ids, which is far more than any other request holds. */
const PLAN_BYTES = 8 * 1024 * 1024
export const bodyLimitOf = (url: string) => (url.endsWith('/runs/plans') ? PLAN_BYTES : undefined)

/** The operations on runs, by their names in the contract. What they are given is validated. */
export function runHandlers({ runs, upstream }: Deps) {
  const { service, engine } = runs
  let last: string | undefined
  async function operator() {
    const found = operatorOf(await upstream.tokens.get(), upstream.tenant.clientId)
    last = found.name
    return found
  }
  /** A tenant that is away keeps nobody from pausing or cancelling a run. */
  async function name(): Promise<string> {
    try {
      return (await operator()).name
    } catch (error) {
      if (error instanceof TenantFailure) return last ?? upstream.tenant.clientId
      throw error
    }
  }

  return {
    createPlan: async ({ body }: FastifyRequest, reply: FastifyReply) => {
      const plan = await service.plan(await operator(), body as Schemas['NewPlan'])
      reply.code(201)
      return planView(plan)
    },
    getPlan: async ({ params }: FastifyRequest) => planView(await service.planOf(idIn(params))),
    listPlanItems: async ({ params, query }: FastifyRequest) => {
      const asked = query as QueryOf<'listPlanItems'>
      const { rows, total } = await service.planItems(idIn(params), asked)
      return { items: rows.map(planItemView), total }
    },
    listRuns: async ({ query }: FastifyRequest) => {
      const { states, ...window } = query as QueryOf<'listRuns'>
      const asked = { ...window, states: namesIn(states, runStates) }
      const { rows, total } = await service.list(asked)
      return { items: await Promise.all(rows.map(engine.view)), total }
    },
    startRun: async ({ body }: FastifyRequest, reply: FastifyReply) => {
      const { row, isNew } = await service.start(await operator(), body as Schemas['NewRun'])
      reply.code(isNew ? 201 : 200)
      return engine.view(row)
    },
    actOnOne: async ({ params, body }: FastifyRequest, reply: FastifyReply) => {
      const id = idIn(params)
      if (!isUuid(id)) throw new Refusal(400, 'The id of a run is a UUID.')
      const asked = body as Schemas['NewPlan']
      const done = await service.actOnOne(await operator(), id.toLowerCase(), asked)
      if (!('row' in done)) return { run: null, kept: done.kept }
      reply.code(done.isNew ? 201 : 200)
      return { run: await engine.view(done.row), kept: null }
    },
    getRun: async ({ params }: FastifyRequest) => engine.view(await engine.known(idIn(params))),
    listRunItems: async ({ params, query }: FastifyRequest) => {
      const { states, ...window } = query as QueryOf<'listRunItems'>
      const asked = { ...window, states: namesIn(states, itemStates) }
      const { rows, total, statuses } = await service.items(idIn(params), asked)
      return { items: rows.map((row) => itemView(row, statuses.get(row.number) ?? null)), total }
    },
    exportRunItems: async ({ params, query }: FastifyRequest, reply: FastifyReply) => {
      const { states, q } = query as QueryOf<'exportRunItems'>
      const asked = namesIn(states, itemStates)
      const { row, total, pages } = await service.exportItems(idIn(params), asked, q)
      return sendCsv(reply, csvOf(itemColumns, pages), { name: `run-${row.number}`, total })
    },
    pauseRun: async ({ params }: FastifyRequest) => engine.pause(idIn(params), await name()),
    resumeRun: async ({ params }: FastifyRequest) => engine.resume(idIn(params), await name()),
    cancelRun: async ({ params }: FastifyRequest) => engine.cancel(idIn(params), await name()),
    retryRun: async ({ params, body }: FastifyRequest) =>
      engine.retry(idIn(params), await name(), (body as Schemas['Retry']).states),
    planUndo: async ({ params }: FastifyRequest, reply: FastifyReply) => {
      const plan = await service.planUndo(await operator(), idIn(params))
      reply.code(201)
      return planView(plan)
    },
    listAudit: async ({ query }: FastifyRequest) => {
      const { limit, offset } = query as QueryOf<'listAudit'>
      const { rows, total } = await service.audit({ ...auditAsked(query), limit, offset })
      return { items: rows.map(auditView), total }
    },
    exportAudit: async ({ query }: FastifyRequest, reply: FastifyReply) => {
      const { total, pages } = await service.exportAudit(auditAsked(query))
      return sendCsv(reply, csvOf(auditColumns, pages), { name: 'audit', total })
    },
  }
}

/** Defaults are filled in. */
type QueryOf<Id extends keyof operations> = Required<
  NonNullable<operations[Id]['parameters']['query']>
>

function auditAsked(query: unknown): AuditAsked {
  const { run, account, identity, action, events, from, to, q } = query as Partial<
    QueryOf<'listAudit'>
  >
  return {
    run: run ?? '',
    account: account ?? '',
    identity: identity ?? '',
    action,
    events: namesIn(events ?? '', auditEvents),
    from: from === undefined ? undefined : Date.parse(from),
    to: to === undefined ? undefined : Date.parse(to),
    q: q ?? '',
  }
}

const auditEvents: Schemas['AuditEvent'][] = [
  'runScheduled',
  'runStarted',
  'runPaused',
  'runResumed',
  'runCancelled',
  'runRetried',
  'runFinished',
  'done',
  'failed',
  'notConfirmed',
  'skipped',
  'notSent',
]

function namesIn<T extends string>(list: string, known: T[]): T[] {
  return list
    .split(',')
    .filter(Boolean)
    .map((name) => {
      const found = known.find((one) => one === name)
      if (found) return found
      throw new Refusal(400, `There is no ${name}. There are ${known.join(', ')}.`)
    })
}

function sendCsv(
  reply: FastifyReply,
  file: NodeJS.ReadableStream,
  { name, total }: { name: string; total: number },
) {
  reply.type('text/csv; charset=utf-8').header('x-total-count', String(total))
  reply.header('content-disposition', `attachment; filename="${name}.csv"`)
  return reply.send(file)
}

/** Of any version: whoever makes one answers for its being new. */
const isUuid = (id: string) => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id)

const idIn = (params: unknown) => (params as operations['getRun']['parameters']['path']).id
