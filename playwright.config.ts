import { defineConfig } from '@playwright/test'

import { findBrowser } from './scripts/lib/browser.mjs'

const browser = await findBrowser()

/** What Chromium would look up elsewhere by itself, and what root cannot have. */
const args = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
]

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  // Each file has a server of its own, so stories in different files do not meet.
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    viewport: { width: 1440, height: 900 },
    // Recording every story costs a fifth of the run; `--trace retain-on-failure` asks for it.
    trace: 'off',
    // A video needs a program that Playwright would have to download.
    video: 'off',
    launchOptions: {
      args,
      ...(browser?.executablePath && { executablePath: browser.executablePath }),
    },
  },
})
