/** The levels of pino, the log library of the servers, by number. */
const names: Record<number, string> = {
  10: 'TRACE',
  20: 'DEBUG',
  30: 'INFO',
  40: 'WARN',
  50: 'ERROR',
  60: 'FATAL',
}

type Sink = (line: string) => void

const toStandardError: Sink = (line) => {
  process.stderr.write(line)
}

/** Options for a Fastify logger that writes each event as one line that a person can read. */
export function readableLog(level: string, sink: Sink = toStandardError) {
  return {
    level,
    redact: ['req.headers.authorization', 'req.headers.cookie', '*.clientSecret'],
    stream: { write: (json: string) => sink(`${readable(json)}\n`) },
  }
}

function readable(json: string): string {
  const event = parse(json)
  if (!event) return oneLine(json.trimEnd())
  const { level, time, msg, err, reqId, req, res, responseTime } = event
  const parts = [
    new Date(Number(time)).toISOString().replace('T', ' ').replace('Z', ''),
    (names[Number(level)] ?? String(level)).padEnd(5),
    describe(err) ?? String(msg ?? ''),
    request(req),
    isRecord(res) ? `${String(res.statusCode)} in ${Math.round(Number(responseTime))} ms` : '',
    typeof reqId === 'string' ? `[${reqId}]` : '',
  ]
  return oneLine(parts.filter(Boolean).join(' '))
}

function request(req: unknown): string {
  return isRecord(req) ? `${String(req.method)} ${String(req.url)}` : ''
}

function describe(err: unknown): string | undefined {
  if (!isRecord(err)) return undefined
  return String(err.stack ?? err.message).replaceAll(/\s*\n\s*/g, ' | ')
}

/** What a log line quotes must not be able to start another line or colour the terminal. */
function oneLine(text: string): string {
  return text.replaceAll(
    /[\p{Cc}\u2028\u2029]/gu,
    (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

function parse(json: string): Record<string, unknown> | undefined {
  try {
    const event: unknown = JSON.parse(json)
    return isRecord(event) ? event : undefined
  } catch {
    return undefined
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
