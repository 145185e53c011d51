import { t } from '#lib/messages.ts'
import { sentence } from '#lib/messages/sentences.ts'

type Message = { text: string; locale: string | undefined }

type Details = {
  status: number
  text: string
  detailCode?: string
  trackingId?: string
  retryAfter?: number
  isUnreadable?: boolean
}

/** A call that did not succeed, in the words of whoever refused it. */
export class ApiError extends Error {
  /** The HTTP status; 0 where no answer came. */
  readonly status: number
  readonly detailCode: string | undefined
  /** What a user may quote to the tenant's operators to have the failure found in their logs. */
  readonly trackingId: string | undefined
  /** Seconds that the tenant asks to wait, counted from {@link at}. */
  readonly retryAfter: number | undefined
  readonly at = Date.now()
  /** An answer came, and it was something else than data. */
  readonly isUnreadable: boolean

  constructor({ status, text, detailCode, trackingId, retryAfter, isUnreadable }: Details) {
    super(text)
    this.name = 'ApiError'
    this.status = status
    this.detailCode = detailCode
    this.trackingId = trackingId
    this.retryAfter = retryAfter
    this.isUnreadable = isUnreadable ?? false
  }

  get text(): string {
    return this.message
  }
}

export function networkError(): ApiError {
  return new ApiError({ status: 0, text: t.errors.network })
}

export function unreadableAnswer(): ApiError {
  return new ApiError({ status: 0, text: t.errors.unreadableWhy, isUnreadable: true })
}

/** Nobody answered, or a gateway did in the tenant's place. */
export const isUnreachable = (error: unknown): boolean =>
  error instanceof ApiError && !error.isUnreadable && [0, 502, 503, 504].includes(error.status)

/**
 * Reads any body that a refusal can have: ErrorResponseDto, `{ error }` of a 401, `{ message }` of
 * a 429, or a page of HTML from something in between.
 */
export function toApiError(response: Response, body: unknown): ApiError {
  const fields = isRecord(body) ? body : {}
  return new ApiError({
    status: response.status,
    text: sentence(textOf(fields) ?? t.errors.status(response.status)),
    detailCode: stringOf(fields.detailCode),
    trackingId: stringOf(fields.trackingId),
    retryAfter: secondsOf(response.headers.get('Retry-After')),
  })
}

function textOf(fields: Record<string, unknown>): string | undefined {
  const messages = Array.isArray(fields.messages) ? fields.messages.flatMap(messageOf) : []
  const english = messages.find(({ locale }) => locale?.toLowerCase().startsWith('en'))
  return (english ?? messages[0])?.text ?? stringOf(fields.error) ?? stringOf(fields.message)
}

function messageOf(entry: unknown): Message[] {
  if (!isRecord(entry)) return []
  const text = stringOf(entry.text)
  return text ? [{ text, locale: stringOf(entry.locale) }] : []
}

/** Seconds or a date, as HTTP allows; undefined where it is neither. */
function secondsOf(header: string | null): number | undefined {
  if (!header) return undefined
  const seconds = /^\s*\d+(\.\d+)?\s*$/.test(header)
    ? Number(header)
    : (Date.parse(header) - Date.now()) / 1000
  return Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds)) : undefined
}

function stringOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
