import { chmodSync, existsSync, rmSync, writeFileSync } from 'node:fs'

import { run } from './run.mjs'

const policy = '/usr/sbin/policy-rc.d'

export function isRootOnDebian() {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version')
}

/** Installs a package, and starts none of its services; whether that worked. */
export async function installFromDebian(name) {
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  // Debian starts the service of a package that it installs unless this file says no.
  const ours = !existsSync(policy)
  if (ours) {
    writeFileSync(policy, '#!/bin/sh\nexit 101\n')
    chmodSync(policy, 0o755)
  }
  try {
    // A list that could not be refreshed may still serve.
    await run('apt-get', ['update', '-qq'], { env })
    const args = ['install', '-y', '-qq', '--no-install-recommends', name]
    return (await run('apt-get', args, { env })) === 0
  } finally {
    if (ours) rmSync(policy)
  }
}
