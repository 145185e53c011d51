import fc from 'fast-check'
import Fastify from 'fastify'
import { expect, test } from 'vitest'

import { tooOld } from './lib/node-version.ts'
import { readableLog } from './log.ts'

function logger(level = 'trace') {
  const lines: string[] = []
  const { log } = Fastify({ logger: readableLog(level, (line) => lines.push(line)) })
  return { log, lines }
}

test('an event is one line with time, level and text', () => {
  const { log, lines } = logger()

  log.warn('The tenant answers again.')

  expect(lines).toEqual([
    expect.stringMatching(
      /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3} WARN {2}The tenant answers again.\n$/,
    ),
  ])
})

test('an error is one line with where it was thrown', () => {
  const { log, lines } = logger()

  log.error(new Error('broken'))

  expect(lines[0]).toMatch(/ERROR Error: broken \| at .*log\.test\.ts.*\n$/)
  expect(lines[0]?.trimEnd()).not.toContain('\n')
})

test('what is below the level is left out', () => {
  const { log, lines } = logger('warn')

  log.info('quiet')

  expect(lines).toEqual([])
})

test('nothing that is quoted can begin a line or colour the terminal', () => {
  const { log, lines } = logger()

  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      lines.length = 0
      log.warn(text)
      expect(lines).toHaveLength(1)
      expect(lines[0]?.slice(0, -1)).not.toMatch(/[\p{Cc}\u2028\u2029]/u)
    }),
  )
})

test.for([
  ['20.20.2', true],
  ['22.21.9', true],
  ['22.22.0', false],
  ['23.0.0', false],
  ['24.21.0', false],
] as const)('Node %s is too old: %s', ([version, old]) => {
  expect(tooOld(version) !== undefined).toBe(old)
  if (old) expect(tooOld(version)).toMatch(/^Muster needs Node 22\.22 [^\n]*\.$/)
})
