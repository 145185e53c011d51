import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, onTestFinished, test } from 'vitest'

import { root } from './paths.mjs'
import { add, fromExit, fromPlaywright, fromVitest, none, summary } from './results.mjs'

function report(content: unknown): string {
  const folder = mkdtempSync(join(tmpdir(), 'muster-report-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'report.json')
  writeFileSync(file, JSON.stringify(content))
  return file
}

const vitest = (passed: number, failed: number, pending = 0) =>
  report({
    numPassedTests: passed,
    numFailedTests: failed,
    numPendingTests: pending,
    numTodoTests: 0,
  })

test('the closing line has the form that other programs read', () => {
  expect(summary({ passed: 12, failed: 0, skipped: 0 })).toBe('12 passed, 0 failed')
  expect(summary({ passed: 1, failed: 2, skipped: 3 })).toBe('1 passed, 2 failed, 3 skipped')
})

test('a tool that only passes or fails counts as one', () => {
  expect(add(fromExit(0), fromExit(2))).toEqual({
    ...none,
    passed: 1,
    failed: 1,
  })
})

test('a report of unit tests is counted test by test', () => {
  expect(fromVitest(vitest(10, 0, 2), 0)).toEqual({ ...none, passed: 10, skipped: 2 })
  expect(fromVitest(vitest(9, 1), 1)).toEqual({ ...none, passed: 9, failed: 1 })
})

test('a run that fails without a failed test is a failure all the same', () => {
  expect(fromVitest(vitest(10, 0), 1)).toMatchObject({ passed: 10, failed: 1 })
})

test('a run without any test is a failure', () => {
  expect(fromVitest(vitest(0, 0), 0)).toMatchObject({ passed: 0, failed: 1 })
  const stats = { expected: 0, unexpected: 0, flaky: 0, skipped: 4 }
  expect(fromPlaywright(report({ stats }), 0)).toMatchObject({ failed: 1, skipped: 4 })
})

test('a run that leaves no report is a failure, whatever its exit code', () => {
  expect(fromVitest('/no/such/report.json', 0)).toMatchObject({ passed: 0, failed: 1 })
  expect(fromPlaywright('/no/such/report.json', 0)).toMatchObject({ passed: 0, failed: 1 })
})

test('a report of browser stories is counted story by story', () => {
  const stats = { expected: 7, unexpected: 1, flaky: 1, skipped: 2 }
  expect(fromPlaywright(report({ stats }), 1)).toEqual({
    ...none,
    passed: 8,
    failed: 1,
    skipped: 2,
  })
})

test('failed tests are named with their file and the first line of what they say', () => {
  const test = { fullName: 'a tenant goes on', status: 'failed', failureMessages: ['Not so\nat x'] }
  const passed = { fullName: 'a tenant starts', status: 'passed', failureMessages: [] }
  const unreadable = { status: 'failed', message: 'No such module', assertionResults: [] }
  const counted = { numPassedTests: 1, numFailedTests: 1, numPendingTests: 0, numTodoTests: 0 }
  const testResults = [
    { name: join(root, 'server/a.test.ts'), status: 'failed', assertionResults: [test, passed] },
    { name: join(root, 'server/b.test.ts'), ...unreadable },
  ]

  expect(fromVitest(report({ ...counted, testResults }), 1).failures).toEqual([
    'server/a.test.ts: a tenant goes on: Not so',
    'server/b.test.ts: No such module',
  ])
})

test('failed stories are named with their place, however deep they are nested', () => {
  const error = { message: '\u001b[31mno row\u001b[39m\nat y' }
  const tests = (status: string) => [{ status, results: [{ error }, {}] }]
  const spec = {
    file: 'lists.spec.ts',
    line: 7,
    title: 'rows are there',
    tests: tests('unexpected'),
  }
  const flaky = { ...spec, title: 'rows came late', tests: tests('flaky') }
  const stats = { expected: 0, unexpected: 1, flaky: 1, skipped: 0 }
  const suites = [{ specs: [flaky], suites: [{ specs: [spec] }] }]

  expect(fromPlaywright(report({ stats, suites }), 1).failures).toEqual([
    'e2e/lists.spec.ts:7: rows are there: no row',
  ])
})
