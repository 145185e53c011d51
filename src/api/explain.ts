import { t } from '#lib/messages.ts'

import { ApiError } from './errors.ts'

/** A failure as a page tells it: what failed, why, what to do, and what to quote. */
export type Explanation = {
  kind: 'forbidden' | 'not-found' | 'unreachable' | 'failed'
  title: string
  why: string
  advice?: string
  trackingId?: string
}

export function explain(error: unknown): Explanation {
  if (isOutdated(error)) {
    return { kind: 'failed', title: t.errors.outdated, why: t.errors.outdatedText }
  }
  if (!(error instanceof ApiError)) {
    return { kind: 'failed', title: t.errors.other, why: messageOf(error) }
  }
  return { ...byStatus(error), why: error.text, trackingId: error.trackingId }
}

function byStatus(error: ApiError): Omit<Explanation, 'why' | 'trackingId'> {
  const { status, retryAfter, isUnreadable } = error
  if (isUnreadable) {
    return { kind: 'failed', title: t.errors.unreadable, advice: t.errors.unreadableText }
  }
  switch (status) {
    case 403:
      return { kind: 'forbidden', title: t.empty.forbidden, advice: t.empty.forbiddenText }
    case 404:
      return { kind: 'not-found', title: t.errors.notFound, advice: t.errors.notFoundText }
    case 401:
      return { kind: 'unreachable', title: t.errors.refused, advice: t.errors.refusedText }
    case 429:
      return {
        kind: 'failed',
        title: t.errors.rateLimit,
        advice: t.errors.rateLimitText(retryAfter ?? 10),
      }
    case 0:
      return { kind: 'unreachable', title: t.errors.noConsole, advice: t.errors.noConsoleText }
    case 502:
    case 503:
    case 504:
      return { kind: 'unreachable', title: t.errors.unreachable, advice: t.errors.unreachableText }
    default:
      return { kind: 'failed', title: t.empty.failed, advice: t.errors.otherText }
  }
}

/** A page's script that is gone: the console was updated while this tab was open. */
export function isOutdated(error: unknown): boolean {
  return (
    error instanceof TypeError &&
    /dynamically imported module|importing a module script/i.test(error.message)
  )
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))
