import { chromium, type Browser, type CDPSession, type Page } from '@playwright/test'

import { ensureBrowser } from '../../scripts/lib/browser.mjs'
import { probe } from './probe.ts'

export type Chrome = { version: string; launch: () => Promise<Browser> }

const args = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
  // Times to the microsecond, and the heap as it is.
  '--enable-precise-memory-info',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
]

export async function chromeOf(): Promise<Chrome> {
  const { executablePath } = await ensureBrowser()
  const launch = () => chromium.launch({ args, ...(executablePath && { executablePath }) })
  const browser = await launch()
  const version = `Chromium ${browser.version()}`
  await browser.close()
  return { version, launch }
}

/** A visit: a page with the probe in it, and the line to the browser's own figures. */
export type Visit = { page: Page; devtools: CDPSession }

/** Does something on a page of a browser that nobody used before. */
export async function visit<T>(chrome: Chrome, act: (visit: Visit) => Promise<T>): Promise<T> {
  const browser = await chrome.launch()
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
    const page = await context.newPage()
    await page.addInitScript(probe)
    const devtools = await context.newCDPSession(page)
    return await act({ page, devtools })
  } finally {
    await browser.close()
  }
}
