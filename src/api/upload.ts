import { networkError, toApiError, unreadableAnswer } from './errors.ts'

type Options = {
  /** Bytes that have left, and all there are, the form around the file included. */
  onProgress: (sent: number, total: number) => void
  signal: AbortSignal
}

/**
 * Sends a form and answers what it is answered. By XMLHttpRequest, because fetch does not tell how
 * much of a body has left. Rejects with an ApiError, and with the signal's reason once it fires.
 */
export function upload(path: string, form: FormData, options: Options): Promise<unknown> {
  const { onProgress, signal } = options
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const stop = () => request.abort()
    request.open('POST', `${location.origin}/api/v2024${path}`)
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(loaded, total))
    request.addEventListener('load', () => {
      try {
        resolve(answerOf(request))
      } catch (error) {
        reject(error)
      }
    })
    request.addEventListener('error', () => reject(networkError()))
    request.addEventListener('abort', () => reject(signal.reason))
    request.addEventListener('loadend', () => signal.removeEventListener('abort', stop))
    signal.addEventListener('abort', stop)
    if (signal.aborted) return reject(signal.reason)
    request.send(form)
  })
}

function answerOf(request: XMLHttpRequest): unknown {
  const isSuccess = request.status >= 200 && request.status < 300
  const body = jsonOf(request.responseText)
  if (isSuccess && body !== undefined) return body
  if (isSuccess) throw unreadableAnswer()
  const retryAfter = request.getResponseHeader('Retry-After')
  const headers = retryAfter ? { 'Retry-After': retryAfter } : undefined
  throw toApiError(new Response(null, { status: request.status, headers }), body)
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // a page of something in between
  }
}
