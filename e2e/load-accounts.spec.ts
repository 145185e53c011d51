import { readFileSync } from 'node:fs'

import { expect, row, test } from './fixtures.ts'

const csv = readFileSync(new URL('../server/tenant/seed/samples/badges.csv', import.meta.url))

test('accounts loaded from a CSV are in the browser', async ({ page, request, muster }) => {
  const tenant = /Tenant: embedded, (\S+)/.exec(muster.output())?.[1]
  const token = await request.post(`${tenant}/oauth/token`, {
    form: {
      grant_type: 'client_credentials',
      client_id: 'demo-admin',
      client_secret: 'demo-admin-secret',
    },
  })
  const { access_token } = await token.json()
  const headers = { Authorization: `Bearer ${access_token}` }
  const sources = await request.get(`${tenant}/v2024/sources`, {
    headers,
    params: { filters: 'name eq "Badge System"' },
  })
  const [source] = await sources.json()

  const loaded = await request.post(`${tenant}/v2024/sources/${source.id}/load-accounts`, {
    headers,
    multipart: { file: { name: 'badges.csv', mimeType: 'text/csv', buffer: csv } },
  })
  expect(loaded.status()).toBe(202)
  const { task } = await loaded.json()
  await expect
    .poll(
      async () => {
        const status = await request.get(`${tenant}/v2024/task-status/${task.id}`, { headers })
        return (await status.json()).completionStatus
      },
      { timeout: 30_000 },
    )
    .toMatch(/SUCCESS|WARNING/)

  const badge = csv.toString('utf8').trim().split('\n').at(-1)?.split(',')[0] ?? ''
  await page.goto(`/accounts?q=${encodeURIComponent(badge)}`)
  await expect(row(page, badge).first()).toContainText('Badge System')
})
