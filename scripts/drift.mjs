// Changes accounts on the systems behind the embedded tenant, for the next aggregation to find.
import { parseArgs } from 'node:util'

import { say, script } from './lib/run.mjs'

const usage = `Usage: npm run drift [-- options]

Locks, disables, changes and removes some accounts on the systems behind the running embedded
tenant, past its records: the next aggregation finds it. The same seed does the same.

  --seed N       which accounts are chosen (1)
  --share X      which part of the accounts, from 0 to 1 (0.02)
  --source NAME  one source alone, by its name or id
  --url URL      the tenant (http://127.0.0.1:TENANT_PORT, where TENANT_PORT is 4310 if unset)
  --help         prints this`

const text = { type: 'string' }
const client = { client_id: 'demo-admin', client_secret: 'demo-admin-secret' }

await script(async () => {
  const { values } = parseArgs({
    options: { seed: text, share: text, source: text, url: text, help: { type: 'boolean' } },
  })
  if (values.help) {
    say(usage)
    return 0
  }
  const wish = {
    ...(values.seed !== undefined && { seed: number('--seed', values.seed) }),
    ...(values.share !== undefined && { share: number('--share', values.share) }),
  }
  const base = values.url ?? `http://127.0.0.1:${process.env.TENANT_PORT?.trim() || '4310'}`
  const call = await connect(base.replace(/\/+$/, ''))
  if (values.source !== undefined) wish.sourceId = await sourceId(call, values.source)
  const { seed, share, sources } = await call('/control/drift', wish)
  say(`Changed with seed ${seed} and share ${share}, until the next aggregation of each source:`)
  for (const { sourceName, locked, disabled, changed, removed } of sources) {
    const counts = [
      `${locked.count} locked`,
      `${disabled.count} disabled`,
      `${changed.count} changed`,
      `${removed.count} removed`,
    ]
    say(`  ${sourceName}: ${counts.join(', ')}`)
  }
  return 0
})

async function connect(base) {
  const form = new URLSearchParams({ grant_type: 'client_credentials', ...client })
  const { access_token } = await answerOf(base, '/oauth/token', { method: 'POST', body: form })
  const headers = { authorization: `Bearer ${access_token}` }
  return (path, body) =>
    answerOf(base, path, {
      headers: { ...headers, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
    })
}

async function answerOf(base, path, request) {
  const response = await fetch(base + path, request).catch((error) => {
    throw new Error(
      `The tenant at ${base} cannot be reached: ${error.cause?.code ?? error.message}.`,
    )
  })
  const answer = await response.json().catch(() => ({}))
  if (response.ok) return answer
  const why = answer.messages?.[0]?.text ?? answer.error_description ?? answer.error ?? ''
  throw new Error(`The tenant at ${base} answered ${response.status}. ${why}`.trim())
}

async function sourceId(call, wanted) {
  const sources = await call('/v2024/sources')
  const same = ({ id, name }) => id === wanted || name.toLowerCase() === wanted.toLowerCase()
  const found = sources.find(same)
  if (found) return found.id
  throw new Error(`There is no source ${wanted}: ${sources.map(({ name }) => name).join(', ')}.`)
}

function number(option, value) {
  const parsed = value.trim() === '' ? Number.NaN : Number(value)
  if (Number.isFinite(parsed)) return parsed
  throw new Error(`${option} must be a number, not ${JSON.stringify(value)}.`)
}
