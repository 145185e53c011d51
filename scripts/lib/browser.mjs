import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

import { run, say } from './run.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']

/**
 * The browser for the tests; undefined where there is none. Without an `executablePath` it is
 * Playwright's own build.
 */
export async function findBrowser() {
  const named = process.env.CHROMIUM_PATH
  if (named) {
    if (existsSync(named)) return { executablePath: named }
    throw new Error(`CHROMIUM_PATH ${named} is not there.`)
  }
  // Only now: at the top of the file the import would fail before the packages are installed.
  const { chromium } = await import('@playwright/test')
  if (existsSync(chromium.executablePath())) return { executablePath: undefined }
  const executablePath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((path) => existsSync(path))
  return executablePath ? { executablePath } : undefined
}

/** Finds a browser, or installs one: Debian's own where that may be done, else Playwright's. */
export async function ensureBrowser() {
  const found = await findBrowser()
  if (found) return found
  say('Installing a browser ...')
  if (isRootOnDebian() && (await installFromDebian())) {
    const installed = await findBrowser()
    if (installed) return installed
  }
  await run('npx', ['playwright', 'install', '--with-deps', 'chromium'])
  const installed = await findBrowser()
  if (installed) return installed
  throw new Error('There is no Chromium: install one, or name it in CHROMIUM_PATH.')
}

function isRootOnDebian() {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version')
}

async function installFromDebian() {
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  // A list that could not be refreshed may still serve.
  await run('apt-get', ['update', '-qq'], { env })
  const code = await run('apt-get', ['install', '-y', '-qq', 'chromium'], { env })
  return code === 0
}
