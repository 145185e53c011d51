import { EventSource } from 'undici'
import { onTestFinished } from 'vitest'

import type { Run } from './runs-stage.ts'

/** What a tab at this address hears of runs, from the moment when it listens. */
export async function heardFrom(url: string) {
  const runs: Run[] = []
  const source = new EventSource(`${url}/api/console/events`)
  onTestFinished(() => source.close())
  // Its types know it as any event.
  source.addEventListener('run', (event) =>
    runs.push(JSON.parse(String(Reflect.get(event, 'data')))),
  )
  await new Promise<void>((resolve) => {
    source.addEventListener('open', () => resolve())
  })
  return { runs: () => runs }
}
