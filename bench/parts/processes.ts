import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

import { thrifty, thriftyEnv } from '../../scripts/lib/node.mjs'

const root = join(import.meta.dirname, '../..')

export type Server = Awaited<ReturnType<typeof startServer>>

/** As `npm start` has it: in a process of its own, once it has said where it is. */
export async function startServer(file: string, args: string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [...thrifty, file, ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...thriftyEnv, ...env },
  })
  const exited = once(child, 'exit')
  const url = await address(child.stdout)
  return {
    url,
    /** Megabytes that the process has in memory now, and had at most; NaN where nobody tells. */
    memory: () => memoryOf(child.pid ?? 0),
    /** Seconds of processor time that the process has spent; NaN where nobody tells. */
    cpu: () => cpuOf(child.pid ?? 0),
    async stop() {
      child.kill()
      await exited
    },
  }
}

export async function run(file: string, args: string[]): Promise<void> {
  const child = spawn(process.execPath, [file, ...args], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error(`${file} ${args.join(' ')} ended with ${code}`)
}

async function address(stdout: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface(stdout)) {
    const found = /\b(?:is|listening) at (https?:\/\/\S+)/.exec(line)?.[1]
    if (found) return found
  }
  throw new Error('The server did not say where it listens')
}

function memoryOf(pid: number) {
  const path = `/proc/${pid}/status`
  const text = existsSync(path) ? readFileSync(path, 'utf8') : ''
  const read = (name: string) =>
    Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(text)?.[1] ?? Number.NaN) / 1024
  return { now: read('VmRSS'), most: read('VmHWM') }
}

const TICKS_PER_SECOND = 100

function cpuOf(pid: number): number {
  const path = `/proc/${pid}/stat`
  if (!existsSync(path)) return Number.NaN
  const text = readFileSync(path, 'utf8')
  // The name of the process, in brackets, may hold blanks.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  const [user, system] = [fields[11], fields[12]]
  return (Number(user) + Number(system)) / TICKS_PER_SECOND
}
