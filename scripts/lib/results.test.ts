import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, onTestFinished, test } from 'vitest'

import { add, fromExit, fromPlaywright, fromVitest, summary } from './results.mjs'

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
  expect(add(fromExit(0), fromExit(2))).toEqual({ passed: 1, failed: 1, skipped: 0 })
})

test('a report of unit tests is counted test by test', () => {
  expect(fromVitest(vitest(10, 0, 2), 0)).toEqual({ passed: 10, failed: 0, skipped: 2 })
  expect(fromVitest(vitest(9, 1), 1)).toEqual({ passed: 9, failed: 1, skipped: 0 })
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
  expect(fromPlaywright(report({ stats }), 1)).toEqual({ passed: 8, failed: 1, skipped: 2 })
})
