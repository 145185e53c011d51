import { existsSync, readFileSync } from 'node:fs'

const none = { passed: 0, failed: 0, skipped: 0 }

export function add(a, b) {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
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
  })
}

/** What Playwright's JSON report counts. */
export function fromPlaywright(file, code) {
  const report = read(file)
  if (!report) return fromExit(code || 1)
  const { expected, unexpected, flaky, skipped } = report.stats
  return withCrash(code, { passed: expected + flaky, failed: unexpected, skipped })
}

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
