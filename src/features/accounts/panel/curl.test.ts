import { execFileSync } from 'node:child_process'

import fc from 'fast-check'
import { expect, test } from 'vitest'

import { curlFor } from './curl.ts'

/** What the shell hands to curl, one argument a line. */
const asShellReads = (command: string) =>
  execFileSync('/bin/sh', ['-c', command.replace(/^curl/, `printf '%s\\n'`)], {
    env: { TOKEN: 'the token' },
    encoding: 'utf8',
  })
    .trimEnd()
    .split('\n')

test('the token comes from the shell, and the address is that of the tenant', () => {
  expect(asShellReads(curlFor('https://acme.api.identitynow.com/', '2c91'))).toEqual([
    '--silent',
    '--show-error',
    '--fail-with-body',
    '--header',
    'Authorization: Bearer the token',
    '--header',
    'Accept: application/json',
    'https://acme.api.identitynow.com/v2024/accounts/2c91',
  ])
})

test('no id breaks out of the command', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), (id) => {
      const last = asShellReads(curlFor('https://acme.test', id)).at(-1)
      expect(last).toBe(`https://acme.test/v2024/accounts/${encodeURIComponent(id)}`)
    }),
    { numRuns: 20, examples: [[`'; rm -rf /; '`], ['$(id)'], ['`id`'], ['"'], ["o'neil"]] },
  )
})
