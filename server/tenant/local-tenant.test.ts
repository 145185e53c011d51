import { execFile, execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

import { expect, onTestFinished, test } from 'vitest'

import { lastingDatabase } from './testing/database.ts'
import { startTenantProcess } from './testing/tenant-process.ts'

const root = join(import.meta.dirname, '../..')
const document = readFileSync(join(root, 'docs/local-tenant.md'), 'utf8')
const snippets = [...document.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(
  ([, language = '', text = '']) => ({ language, text }),
)

const start = 'npm run tenant -- '

/** All snippets of a language but the one that starts the tenant, one after the other. */
const textOf = (language: string) =>
  snippets
    .filter((one) => one.language === language && !one.text.startsWith(start))
    .map(({ text }) => text)
    .join('\n')

/** A tenant as the document starts it, at an address and in a folder of its own. */
async function startAsWritten() {
  const line = snippets.find(({ text }) => text.startsWith(start))?.text ?? ''
  const args = line.trim().slice(start.length).split(' ')
  expect(args.slice(0, 4)).toEqual(['--port', '4310', '--data', './test-data'])
  const tenant = await startTenantProcess(await lastingDatabase(), args.slice(4))
  onTestFinished(tenant.kill)
  return tenant.url
}

/** Runs a snippet with the variables that the document sets, and gives back what it printed. */
async function run(url: string, command: string, args: string[]): Promise<string> {
  const env = {
    PATH: process.env.PATH,
    SAIL_BASE_URL: url,
    SAIL_CLIENT_ID: 'demo-admin',
    SAIL_CLIENT_SECRET: 'demo-admin-secret',
  }
  const { stdout } = await promisify(execFile)(command, args, { cwd: root, env, timeout: 60_000 })
  return stdout
}

const isThere = (command: string) => {
  try {
    execFileSync(command, ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

test('the TypeScript of the document does what the document says', async () => {
  const url = await startAsWritten()
  const args = ['--input-type=module-typescript', '--eval', textOf('ts')]
  const printed = await run(url, process.execPath, args)
  // The SDK warns of what was experimental when it was built.
  expect(printed).toMatch(/^\d+ accounts\n(Warning: .*\n)*SUCCESS: disabled is true\n$/)
})

test.skipIf(!isThere('curl') || !isThere('jq'))('and so does what it says of curl', async () => {
  const url = await startAsWritten()
  const script = textOf('sh').replaceAll('http://127.0.0.1:4310', url)
  expect(script).toContain(url)
  const printed = await run(url, 'sh', ['-eu', '-c', script])
  expect(printed).toBe('SUCCESS: disabled is true\n')
})

test.skipIf(!isThere('python3'))('and the Python', async () => {
  const url = await startAsWritten()
  const printed = await run(url, 'python3', ['-c', textOf('python')])
  expect(printed).toMatch(/^\d+ accounts\nSUCCESS: disabled is true\n$/)
})
