import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import { Client, type Change, type Entry } from 'ldapts'

import type { LdapSettings } from '../../lib/ldap-settings.ts'

const SLAPD = '/usr/sbin/slapd'
const SCHEMAS = '/etc/ldap/schema'

/** Whether the tests against a directory can run on this machine. */
export const hasSlapd = existsSync(SLAPD) && existsSync(`${SCHEMAS}/inetorgperson.schema`)

export const base = 'dc=example,dc=org'
export const admin = { dn: `cn=admin,${base}`, password: 'admin-secret' }

export type Slapd = Awaited<ReturnType<typeof startSlapd>>

/** A real OpenLDAP with its password policy, in a folder and a process of its own. */
export async function startSlapd(ldif: string, extra: { limits?: string } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'slapd-'))
  const port = await freePort()
  const url = `ldap://127.0.0.1:${port}`
  const config = join(folder, 'slapd.conf')
  mkdirSync(join(folder, 'db'))
  writeFileSync(config, configOf(folder, extra.limits))
  writeFileSync(join(folder, 'data.ldif'), ldif)
  execFileSync(SLAPD, ['-T', 'add', '-q', '-f', config, '-l', join(folder, 'data.ldif')], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  let child: ChildProcess | undefined

  async function start(): Promise<void> {
    if (child) return
    const started = spawn(SLAPD, ['-d', '0', '-h', url, '-f', config], { stdio: 'ignore' })
    child = started
    while (!(await answers(url))) {
      if (started.exitCode !== null) throw new Error(`slapd ended with ${started.exitCode}`)
      await sleep(20)
    }
  }

  async function stop(): Promise<void> {
    const running = child
    child = undefined
    if (!running || running.exitCode !== null || running.signalCode !== null) return
    const ended = new Promise((resolve) => running.once('exit', resolve))
    running.kill('SIGCONT')
    running.kill('SIGTERM')
    await ended
  }

  // A run that breaks off would leave it behind.
  const kill = () => child?.kill('SIGKILL')
  process.once('exit', kill)
  await start()
  return {
    url,
    start,
    stop,
    /** Ends it as a power cut does. */
    async cut() {
      child?.kill('SIGKILL')
      await stop()
    },
    /** Keeps it from answering, with its connections open. */
    freeze: () => child?.kill('SIGSTOP'),
    thaw: () => child?.kill('SIGCONT'),
    async close() {
      await stop()
      process.off('exit', kill)
      rmSync(folder, { recursive: true })
    },
    settings: (change: Partial<LdapSettings> = {}): LdapSettings => ({
      url,
      bindDn: admin.dn,
      password: admin.password,
      baseDn: base,
      userFilter: '(objectClass=inetOrgPerson)',
      groupFilter: '(objectClass=groupOfNames)',
      loginAttribute: 'uid',
      name: 'Company directory',
      ...change,
    }),
    /** The directory, asked without the tenant. */
    direct: <T>(work: (client: Client) => Promise<T>) => asAdmin(url, work),
    async entry(dn: string): Promise<Entry | undefined> {
      return asAdmin(url, async (client) => {
        const found = await client.search(dn, { scope: 'base', attributes: ['*', '+'] })
        return found.searchEntries[0]
      })
    },
    modify: (dn: string, change: Change) => asAdmin(url, (client) => client.modify(dn, change)),
  }
}

function configOf(folder: string, limits = ''): string {
  const schemas = ['core', 'cosine', 'nis', 'inetorgperson', 'msuser']
  return `${schemas.map((name) => `include ${SCHEMAS}/${name}.schema`).join('\n')}
modulepath /usr/lib/ldap
moduleload back_mdb
moduleload ppolicy
pidfile ${folder}/slapd.pid
argsfile ${folder}/slapd.args
sizelimit unlimited
database mdb
maxsize 67108864
suffix "${base}"
rootdn "${admin.dn}"
rootpw ${admin.password}
directory ${folder}/db
dbnosync
${limits}
access to attrs=userPassword by anonymous auth by * none
access to * by * read
overlay ppolicy
ppolicy_default "cn=policy,${base}"
ppolicy_use_lockout
`
}

async function asAdmin<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ url, timeout: 5000 })
  try {
    await client.bind(admin.dn, admin.password)
    return await work(client)
  } finally {
    await client.unbind()
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    await asAdmin(url, async () => {})
    return true
  } catch {
    return false // it is still starting
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo // of a TCP server that listens
      server.close(() => resolve(port))
    })
  })
}
