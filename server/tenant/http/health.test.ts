import { expect, test } from 'vitest'

import { startTenant } from '../testing/tenant.ts'

test('the tenant is well while its database answers, and says what is wrong when it does not', async () => {
  const { app, db } = await startTenant()
  expect((await app.inject('/healthz')).json()).toEqual({ status: 'ok' })

  await db.destroy()

  const answer = await app.inject('/healthz')
  expect(answer.statusCode).toBe(503)
  expect(answer.json()).toEqual({ status: 'error', reason: 'The database does not answer.' })
})
