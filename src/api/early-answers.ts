declare global {
  /** By address, what src/before.ts asked before this script was there. */
  var earlyAnswers: Map<string, Promise<Response>> | undefined
}

/** What nobody asks for in this time of the page would be old when somebody does. */
const FRESH_MS = 10_000

/** `fetch`, but what was asked already is not asked again. Each of those answers is used once. */
export function fetchOrTake(request: Request): Promise<Response> {
  const asked = request.method === 'GET' ? globalThis.earlyAnswers?.get(request.url) : undefined
  if (!asked || performance.now() > FRESH_MS) return fetch(request)
  globalThis.earlyAnswers?.delete(request.url)
  return asked
}
