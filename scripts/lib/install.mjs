import { existsSync, readFileSync } from 'node:fs'

import { root } from './paths.mjs'
import { run, say } from './run.mjs'

/** Installs the packages of package-lock.json where they are not there yet. */
export async function ensureInstalled() {
  if (isInstalled()) return
  say('Installing packages ...')
  // What builds the web application is a development dependency: wanted in production too.
  const flags = ['--loglevel=error', '--no-audit', '--no-fund', '--include=dev']
  const code = await run('npm', ['ci', ...flags, '--include=optional'])
  if (code !== 0) throw new Error('The packages could not be installed: see what npm says above.')
}

/**
 * Compares what npm noted in node_modules with the lock file. Times tell less: a checkout gives
 * files new times, and an installation that was broken off leaves new ones too.
 */
function isInstalled() {
  const noted = `${root}node_modules/.package-lock.json`
  if (!existsSync(noted)) return false
  const wanted = packagesOf(`${root}package-lock.json`)
  const present = packagesOf(noted)
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    // An optional package for another system is rightly absent.
    if (path === '' || (optional && !present[path])) return true
    return present[path]?.version === version
  })
}

function packagesOf(lockFile) {
  return JSON.parse(readFileSync(lockFile, 'utf8')).packages
}
