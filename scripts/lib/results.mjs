import { existsSync, readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { stripVTControlCharacters } from 'node:util'

import { root } from './paths.mjs'

/** Nothing counted. `failures` are the names of what failed, where the tool gives them. */
export const none = { passed: 0, failed: 0, skipped: 0, failures: [] }

export function add(a, b) {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
    failures: [...a.failures, ...b.failures],
  }
}

/** A stage that counts as one: it passes or fails. */
export function fromExit(code) {
  return code === 0 ? { ...none, passed: 1 } : { ...none, failed: 1 }
}

/** What Vitest's JSON report counts. */
export function fromVitest(file, code) {
  const report = read(file)
  if (!report) return fromExit(code || 1)
  return withCrash(code, {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
    failures: (report.testResults ?? []).flatMap(failuresOfFile),
  })
}

/** The failed tests of a file, or the file itself where it could not be read. */
function failuresOfFile({ name, status, message, assertionResults }) {
  const file = relative(root, name)
  const failed = assertionResults.filter((test) => test.status === 'failed')
  if (failed.length === 0 && status === 'failed') return [`${file}: ${firstLine(message)}`]
  return failed.map((test) => `${file}: ${test.fullName}: ${firstLine(test.failureMessages[0])}`)
}

/** What Playwright's JSON report counts. */
export function fromPlaywright(file, code) {
  const report = read(file)
  if (!report) return fromExit(code || 1)
  const { expected, unexpected, flaky, skipped } = report.stats
  return withCrash(code, {
    passed: expected + flaky,
    failed: unexpected,
    skipped,
    failures: (report.suites ?? []).flatMap(failuresOfSuite),
  })
}

function failuresOfSuite({ suites = [], specs = [] }) {
  const failed = specs.filter(({ tests }) => tests.some(({ status }) => status === 'unexpected'))
  const own = failed.map((spec) => {
    const errors = spec.tests.flatMap(({ results }) => results.flatMap(({ error }) => error ?? []))
    return `e2e/${spec.file}:${spec.line}: ${spec.title}: ${firstLine(errors[0]?.message)}`
  })
  return [...own, ...suites.flatMap(failuresOfSuite)]
}

const firstLine = (text = '') => stripVTControlCharacters(text.split('\n')[0] ?? '')

/** A run can fail without a failed test: a file that cannot be read, an error between tests. */
function withCrash(code, counts) {
  const ran = counts.passed + counts.failed > 0
  const explained = counts.failed > 0 || (code === 0 && ran)
  return explained ? counts : { ...counts, failed: 1 }
}

function read(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}

/** The closing line, in a form that other programs read. */
export function summary({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}
