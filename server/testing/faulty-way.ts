import { onTestFinished } from 'vitest'

import { openWay } from './way.ts'

/** For as long as a test runs. */
export async function startFaultyWay(tenantUrl: string) {
  const way = await openWay(tenantUrl)
  onTestFinished(way.close)
  return way
}
