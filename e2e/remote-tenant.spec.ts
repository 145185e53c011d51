import { expect, row, test } from './fixtures.ts'

const credentials = (url: string, secret = 'demo-admin-secret') => ({
  SAIL_BASE_URL: url,
  SAIL_CLIENT_ID: 'demo-admin',
  SAIL_CLIENT_SECRET: secret,
})

test('the console works against a tenant in another process', async ({
  page,
  startTenant,
  startMuster,
}) => {
  const tenant = await startTenant()
  const console = await startMuster(credentials(tenant.url))
  await page.goto(`${console.url}/identities?q=Sentinel`)
  await expect(row(page, 'Sentinel Sample')).toBeVisible()
})

test('refused credentials are said on the screen and in the log', async ({
  page,
  startTenant,
  startMuster,
}) => {
  const tenant = await startTenant()
  const console = await startMuster(credentials(tenant.url, 'wrong'))
  await page.goto(console.url)
  await expect(page.getByText(/refused/i).first()).toBeVisible()
  expect(console.output()).toMatch(/refused/i)
  expect(console.output()).not.toContain('"wrong"')
})

test('a tenant that cannot be reached is said, and the console recovers by itself', async ({
  page,
  startTenant,
  startMuster,
}) => {
  const tenant = await startTenant()
  const port = new URL(tenant.url).port
  await tenant.stop()
  const console = await startMuster(credentials(tenant.url))
  await page.goto(console.url)
  await expect(page.getByText(/cannot be reached/i).first()).toBeVisible()
  expect(console.output()).toMatch(/cannot be reached|unreachable|refused the connection/i)
  await startTenant({ TENANT_PORT: port })
  await expect(page.getByText(/cannot be reached/i)).toHaveCount(0, { timeout: 30_000 })
})
