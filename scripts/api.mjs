// Generates the types of both contracts: `npm run api`. With --check it writes nothing and fails
// where a committed file is stale.
import { readFileSync, writeFileSync } from 'node:fs'

import openapiTS, { astToString } from 'openapi-typescript'

const contracts = {
  'server/openapi/isc-v2024.yaml': 'src/api/schema.d.ts',
  'server/openapi/console.yaml': 'src/api/console-schema.d.ts',
}
const check = process.argv.includes('--check')
const root = new URL('../', import.meta.url)
let stale = 0

for (const [from, to] of Object.entries(contracts)) {
  // A field with a default stays optional: what we send may leave it out.
  const types = astToString(await openapiTS(new URL(from, root), { defaultNonNullable: false }))
  const text = `// Generated from ${from} by \`npm run api\`. Do not edit.\n\n${types}`
  const file = new URL(to, root)
  if (check) {
    if (readFileSync(file, 'utf8') !== text) {
      console.error(`${to} is stale: run \`npm run api\` and commit it`)
      stale += 1
    }
  } else {
    writeFileSync(file, text)
  }
}
process.exit(stale ? 1 : 0)
