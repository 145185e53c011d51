import { networkError, toApiError } from './errors.ts'

/**
 * Begins the download of a file of the console's, after the server has said that it will answer: the
 * browser itself tells of a refused file only that it failed. Returns how many rows the file has,
 * where the server says so.
 */
export async function download(url: string, fileName: string): Promise<number | undefined> {
  const stop = new AbortController()
  const response = await fetch(url, { signal: stop.signal }).catch(() => {
    throw networkError()
  })
  if (!response.ok) throw toApiError(response, await response.json().catch(() => undefined))
  const total = Number(response.headers.get('X-Total-Count') ?? Number.NaN)
  // Only its beginning was wanted: the browser writes the file as it comes, this page would hold it.
  stop.abort()
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  return Number.isInteger(total) ? total : undefined
}
