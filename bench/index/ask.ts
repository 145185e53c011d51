import type { Server } from '../parts/processes.ts'
import type { Question } from './questions.ts'
import { connect } from './tenant.ts'

const WARM_UP = 3

/** Each answer in milliseconds; `cpu` is what one took of the processor. */
export type Times = { spans: number[]; cpu: number }

/** Asks one after the other, over HTTP. */
export async function timed(
  server: Server,
  { of, most = Infinity }: Pick<Question, 'of' | 'most'>,
  accounts: number,
  rounds: number,
): Promise<Times> {
  const spans: number[] = []
  // What is another question each time is not to be known when it counts.
  const warmUp = most === Infinity ? WARM_UP : 0
  let before = server.cpu()
  for (let round = -warmUp; round < Math.min(rounds, most); round += 1) {
    if (round === 0) before = server.cpu()
    const query = new URLSearchParams(
      Object.entries(of(accounts, round)).map(([name, value]) => [name, String(value)]),
    )
    const from = performance.now()
    const response = await fetch(`${server.url}/api/console/accounts?${query}`)
    await response.arrayBuffer()
    if (!response.ok) throw new Error(`${response.url}: ${response.status}`)
    if (round >= 0) spans.push(performance.now() - from)
  }
  return { spans, cpu: ((server.cpu() - before) * 1000) / spans.length }
}

/** A tenth of the accounts changes at once; the copy follows while it is asked. */
export async function changeTenth(tenant: Server, server: Server): Promise<void> {
  const { get, post } = await connect(tenant)
  const sources = await get<{ id: string }[]>('/v2024/sources')
  await post('/control/drift', { share: 0.1 })
  for (const { id } of sources) await post(`/v2024/sources/${id}/load-accounts`)
  await fetch(`${server.url}/api/console/index/refresh`, { method: 'POST' })
}
