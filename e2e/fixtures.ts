import AxeBuilder from '@axe-core/playwright'
import { test as base, expect, type Locator, type Page } from '@playwright/test'

import { openWay } from '../server/testing/way.ts'
import { startServer, type Server } from './processes.ts'

type Way = Awaited<ReturnType<typeof openWay>>

type Options = {
  /** How many identities the worker's tenant begins with. */
  seedIdentities: number
}

type WorkerFixtures = {
  /** The server that the stories of the file at hand share. */
  stage: { file?: string; server?: Server }
}

type Fixtures = {
  /**
   * A console with a tenant of its own for the stories of one file: what they leave behind is the
   * same in every run, whichever files the worker had before.
   */
  muster: Server
  /** Starts a tenant in a process of its own: a tenant elsewhere, for a console. */
  startTenant: (env?: Record<string, string>) => Promise<Server>
  /** A console and its tenant, and between them a way on which requests can go wrong. */
  onFaultyWay: () => Promise<{ url: string; way: Way }>
  /** Starts one more Muster, for example one that is pointed to a tenant elsewhere. */
  startMuster: (env?: Record<string, string>) => Promise<Server>
}

/** Quick tasks, and no limit that a whole suite of stories would run into. */
const settings = { TENANT_TASK_MS: '300', TENANT_RATE_LIMIT: '0' }

const violation = 'Security policy violated:'

export const test = base.extend<Fixtures, WorkerFixtures & Options>({
  seedIdentities: [60, { option: true, scope: 'worker' }],

  stage: [
    // Playwright reads off the braces that it needs no other fixture.
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const stage: WorkerFixtures['stage'] = {}
      await use(stage)
      await stage.server?.stop()
    },
    { scope: 'worker' },
  ],

  muster: async ({ stage, seedIdentities }, use, { file }) => {
    if (stage.file !== file || !stage.server) {
      await stage.server?.stop()
      delete stage.server
      stage.file = file
      stage.server = await startServer('server/main.ts', {
        ...settings,
        TENANT_SEED_IDENTITIES: String(seedIdentities),
      })
    }
    await use(stage.server)
  },

  baseURL: async ({ muster }, use) => use(muster.url),

  // Whatever a story does, the page must not try what its policy forbids: inline styles, for one.
  page: async ({ page }, use) => {
    const violations: string[] = []
    page.on('console', (message) => {
      if (message.text().startsWith(violation)) violations.push(message.text())
    })
    await page.addInitScript((prefix) => {
      document.addEventListener('securitypolicyviolation', (event) => {
        const { violatedDirective, blockedURI, sourceFile, lineNumber } = event
        console.info(`${prefix} ${violatedDirective}, ${blockedURI}, ${sourceFile}:${lineNumber}`)
      })
    }, violation)
    await use(page)
    expect(violations).toEqual([])
  },

  startTenant: async ({ seedIdentities }, use) => {
    const seed = { TENANT_SEED_IDENTITIES: String(seedIdentities) }
    await withServers(use, 'server/tenant/main.ts', { ...settings, ...seed })
  },

  onFaultyWay: async ({ startTenant, startMuster }, use) => {
    const ways: Way[] = []
    await use(async () => {
      const way = await openWay((await startTenant()).url)
      ways.push(way)
      const { url } = await startMuster({
        SAIL_BASE_URL: way.url,
        SAIL_CLIENT_ID: 'demo-admin',
        SAIL_CLIENT_SECRET: 'demo-admin-secret',
      })
      return { url, way }
    })
    for (const way of ways) way.close()
  },

  startMuster: async ({ seedIdentities }, use) => {
    const seed = { TENANT_SEED_IDENTITIES: String(seedIdentities) }
    await withServers(use, 'server/main.ts', { ...settings, ...seed })
  },
})

export { expect }

type Start = (env?: Record<string, string>) => Promise<Server>

/** Hands a starter to a story, and stops whatever it started. */
async function withServers(
  use: (start: Start) => Promise<void>,
  file: string,
  defaults: Record<string, string>,
) {
  const servers: Server[] = []
  await use(async (env = {}) => {
    const server = await startServer(file, { ...defaults, ...env })
    servers.push(server)
    return server
  })
  for (const server of servers) await server.stop()
}

/** The row of a table that names something, an account for example. */
export function row(page: Page, name: string) {
  return page.getByRole('row').filter({ hasText: name })
}

/** Chooses an action from the menu of a row, as a person does. */
export async function rowAction(page: Page, name: string, action: string) {
  await openRowMenu(page, name)
  await page.getByRole('menuitem', { name: action }).click()
}

export async function openRowMenu(page: Page, name: string) {
  await row(page, name)
    .getByRole('button', { name: /^Actions/ })
    .click()
}

/**
 * Ticks a box whose state is in the address: the page shows it once it has gone there, which
 * `check()` does not wait for.
 */
export async function tick(box: Locator, isTicked = true) {
  await box.click()
  await expect(box).toBeChecked({ checked: isTicked })
}

/** Holds answers up on their way to the browser until the story lets them go. */
export async function hold(page: Page, url: RegExp) {
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route(url, async (route) => {
    await released
    await route.continue()
  })
  return release
}

/** The whole page as it stands now, against all rules of axe. */
export async function expectNoAxeViolations(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze()
  // Only what is needed to find the element: the whole report is pages long.
  const found = violations.map(({ id, help, nodes }) => ({
    id,
    help,
    elements: nodes.map(({ target }) => target.join(' ')),
  }))
  expect(found).toEqual([])
}

/** Runs a check in the light and in the dark scheme. */
export async function inBothSchemes(page: Page, check: () => Promise<void>) {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    // The page hears of it a frame later, and the check must not see the scheme before.
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme)
    await check()
  }
}
