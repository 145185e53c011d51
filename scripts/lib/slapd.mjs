import { existsSync } from 'node:fs'

import { installFromDebian, isRootOnDebian } from './debian.mjs'
import { run, say } from './run.mjs'

const slapd = '/usr/sbin/slapd'

/**
 * Installs the directory server that the LDAP tests start themselves; where that cannot be done,
 * those tests are skipped. The system's own directory is neither set up nor started.
 */
export async function ensureSlapd() {
  if (existsSync(slapd)) return true
  if (isRootOnDebian()) {
    say('Installing OpenLDAP ...')
    const answer = 'echo "slapd slapd/no_configuration boolean true" | debconf-set-selections'
    await run('sh', ['-c', answer])
    if ((await installFromDebian('slapd')) && existsSync(slapd)) return true
  }
  say('OpenLDAP (slapd) is not here: the tests against a real directory are skipped.')
  return false
}
