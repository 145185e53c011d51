import fc from 'fast-check'
import { onTestFinished, test } from 'vitest'

import { campaign, timeout } from '../../lib/runs.ts'
import { everything } from './machine-commands.ts'
import { World } from './machine-world.ts'

test(
  'whatever is done in whatever order, the tenant says what a small model says',
  { timeout },
  async () => {
    const world = await World.open()
    onTestFinished(() => world.tenant.close())
    await fc.assert(
      fc.asyncProperty(
        fc.commands(everything, { maxCommands: 30, size: 'max' }),
        async (commands) => {
          const model = await world.begin()
          await fc.asyncModelRun(() => ({ model, real: world }), commands)
        },
      ),
      campaign(6, 300),
    )
  },
)
