import { expect, test } from 'vitest'

import { runs, timeout } from '../lib/runs.ts'
import { lastingDatabase } from './testing/database.ts'
import { killLoop } from './testing/kill-loop.ts'

const kills = runs(5, 20)

test(
  'a tenant that is killed under load loses nothing that it acknowledged, and ends each task',
  async () => {
    const report = await killLoop(await lastingDatabase(), kills)

    expect(report.problems).toEqual([])
    expect(report.acknowledged).toBeGreaterThan(kills)
  },
  timeout * 2,
)
