import { spawn } from 'node:child_process'

import { root } from './paths.mjs'

/** Runs a command in the project's folder and resolves to its exit code. */
export function run(command, args, { env = {}, stdio = 'inherit' } = {}) {
  const child = start(command, args, { env, stdio })
  return new Promise((resolve) => {
    child.on('error', () => resolve(127))
    child.on('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)))
  })
}

/** Starts a command that ends when this process is told to end. */
export function start(command, args, { env = {}, stdio = 'inherit' } = {}) {
  const child = spawn(command, args, { cwd: root, stdio, env: { ...process.env, ...env } })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  return child
}

/** Runs the body of a script; what it throws is one sentence for the user. */
export async function script(body) {
  try {
    process.exitCode = await body()
  } catch (error) {
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 1
  }
}

export function say(line) {
  process.stdout.write(`${line}\n`)
}
