import { newsOf, planItems, planOf, runItems, startRun } from '#api/run-plan.ts'

import type { AcceptCalls } from './accept.ts'

export const acceptCalls: AcceptCalls = {
  async plan(items) {
    const rows = items.map(({ account: { id }, owner }, at) => ({
      line: at + 1,
      id,
      identityId: owner.id,
    }))
    const plan = await planOf({ action: 'correlate', selection: { rows } })
    return { plan, items: await planItems(plan.id) }
  },
  start: async (plan) => (await startRun(plan)).id,
  items: runItems,
  news: newsOf,
}
