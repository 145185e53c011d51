import { expect, expectNoAxeViolations, inBothSchemes, test } from './fixtures.ts'

test('the console opens without an error, and axe finds nothing', async ({ page }) => {
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text())
  })

  await page.goto('/')

  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await inBothSchemes(page, () => expectNoAxeViolations(page))
  expect(problems).toEqual([])
})

test('what is no address of the console is told apart from a missing file', async ({ request }) => {
  const page = await request.get('/no/such/page')
  const file = await request.get('/assets/gone.js')

  expect(page.status()).toBe(200)
  expect(page.headers()['content-type']).toContain('text/html')
  expect(file.status()).toBe(404)
})
