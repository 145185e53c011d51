import { execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import {
  chownSync,
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import { installFromDebian, isRootOnDebian } from './debian.mjs'
import { say } from './run.mjs'

const PATIENCE_MS = 30_000

/**
 * Runs `body` with the URL of a PostgreSQL server that is there for it alone and stops afterwards,
 * also when this process is told to end; undefined where there is no PostgreSQL.
 */
export async function withPostgres(body) {
  const bin = await ensureBinaries()
  if (!bin) return undefined
  const server = await start(bin)
  const stopNow = () => server.kill('SIGQUIT')
  process.once('exit', stopNow)
  try {
    return await body(server.url)
  } finally {
    process.off('exit', stopNow)
    await server.stop()
  }
}

async function ensureBinaries() {
  const found = findBinaries()
  if (found || !isRootOnDebian()) return found
  say('Installing PostgreSQL ...')
  return (await installFromDebian('postgresql')) ? findBinaries() : undefined
}

/** The folder with the programs of the newest version; Debian leaves it out of the path. */
function findBinaries() {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).map(Number).filter(Boolean) : []
  const places = [
    ...versions.toSorted((a, b) => b - a).map((version) => `${debian}/${version}/bin`),
    ...(process.env.PATH ?? '').split(delimiter),
  ]
  const place = places.find((folder) => ['initdb', 'postgres'].every((name) => has(folder, name)))
  return place && dirname(realpathSync(join(place, 'postgres')))
}

const has = (folder, name) => existsSync(join(folder, name))

async function start(bin) {
  const folder = mkdtempSync(join(tmpdir(), 'muster-postgres-'))
  const user = owner()
  if (user) chownSync(folder, user.uid, user.gid)
  const data = join(folder, 'data')
  const password = randomBytes(16).toString('hex')
  const passwordFile = join(folder, 'password')
  writeFileSync(passwordFile, password)
  if (user) chownSync(passwordFile, user.uid, user.gid)

  const cluster = ['-D', data, '-U', 'postgres', '-A', 'password', `--pwfile=${passwordFile}`]
  const shape = ['--no-locale', '-E', 'UTF8', '--no-sync']
  execFileSync(join(bin, 'initdb'), [...cluster, ...shape], { ...user, cwd: folder, stdio: 'pipe' })

  const port = await freePort()
  const log = join(folder, 'log')
  const child = serve(join(bin, 'postgres'), { data, port, log, user, folder })
  const kill = (signal) => {
    const pidFile = join(data, 'postmaster.pid')
    if (existsSync(pidFile))
      process.kill(Number(readFileSync(pidFile, 'utf8').split('\n')[0]), signal)
  }
  const exited = once(child, 'exit')
  const stop = async () => {
    if (child.exitCode === null) {
      kill('SIGINT')
      await exited
    }
    rmSync(folder, { recursive: true })
  }
  const url = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`
  if (!(await answers(url, child))) {
    const text = readFileSync(log, 'utf8')
    await stop()
    throw new Error(`PostgreSQL does not start:\n${text}`)
  }
  return { url, stop, kill }
}

/** A server for tests alone: what it loses in a power failure is of no worth. */
function serve(program, { data, port, log, user, folder }) {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 200,
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
  }
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const output = openSync(log, 'a')
  const child = spawn(program, ['-D', data, '-p', String(port), ...flags], {
    ...user,
    cwd: folder,
    stdio: ['ignore', output, output],
    detached: true, // Ctrl-C in a terminal would reach it before the tests are over
  })
  closeSync(output)
  return child
}

/** PostgreSQL refuses to run as root. */
function owner() {
  if (process.getuid?.() !== 0) return undefined
  const id = (flag) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address()
  server.close()
  await once(server, 'close')
  return port
}

async function answers(url, child) {
  // Only now: at the top of the file the import would fail before the packages are installed.
  const { default: pg } = await import('pg')
  const until = Date.now() + PATIENCE_MS
  while (child.exitCode === null && Date.now() < until) {
    const client = new pg.Client(url)
    try {
      await client.connect()
      await client.end()
      return true
    } catch {
      await sleep(100) // it is not up yet
    }
  }
  return false
}
