import { startServer, type Server } from '../parts/processes.ts'

/** Muster as `npm start` runs it, on data that is there, once its index is complete. */
export async function serve(data: string): Promise<Server> {
  const muster = await startServer('server/main.ts', [], {
    PORT: '0',
    TENANT_PORT: '0',
    DATA_DIR: data,
    DATABASE_URL: '',
    SAIL_BASE_URL: '',
    TENANT_RATE_LIMIT: '0',
    TENANT_TASK_MS: '0',
  })
  await indexed(muster.url)
  return muster
}

type State = { complete: boolean; problem: string | null }

async function indexed(url: string): Promise<void> {
  while (true) {
    const answer = await fetch(`${url}/api/console/index`)
    if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`)
    const state = (await answer.json()) as State // the contract says what is answered
    if (state.problem) throw new Error(state.problem)
    if (state.complete) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}
