import { beforeAll, expect, test } from 'vitest'

import { expectContract } from '../contract-check.ts'
import { openTenant, type TestTenant } from '../testing/tenant.ts'
import { readContract } from './contract.ts'

const { document } = readContract()
const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({
    id: operation.operationId,
    url: path.replace('{id}', 'unknown'),
    method: method.toUpperCase() as 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', // the contract's
    scopes: operation.security?.find((scheme) => scheme.userAuth)?.userAuth ?? [],
    levels: operation['x-sailpoint-userLevels'] ?? [],
    takesBody: operation.requestBody !== undefined,
  })),
)
const clients = [
  { name: 'demo-admin', level: 'ORG_ADMIN', readOnly: false },
  { name: 'demo-helpdesk', level: 'HELPDESK', readOnly: false },
  { name: 'demo-source-admin', level: 'SOURCE_ADMIN', readOnly: false },
  { name: 'demo-auditor', level: 'ORG_ADMIN', readOnly: true },
]
const cases = operations.flatMap((operation) =>
  clients.map((client) => {
    const { levels, scopes } = operation
    const scoped = !client.readOnly || scopes.some((scope) => scope.endsWith(':read'))
    const may = scoped && (levels.length === 0 || levels.includes(client.level))
    return { ...operation, client: client.name, status: may ? past(operation) : 403 }
  }),
)

/** What a call that names nothing is answered with once it has been let in. */
function past({ url, method, takesBody }: (typeof operations)[number]) {
  if (takesBody) return 400
  return method === 'GET' && !url.includes('unknown') ? 200 : 404
}

test('the contract has 25 operations', () => {
  expect(operations).toHaveLength(25)
})

// Nothing here changes anything, so one tenant serves all.
let tenant: TestTenant
beforeAll(async () => {
  tenant = await openTenant()
  return tenant.close
})

test.each(cases)('$id answers $client with $status', async ({ url, method, client, status }) => {
  const answer = await tenant.call(url, { method, as: client })
  expect(answer.statusCode).toBe(status)
  if (status !== 200) expectContract('ErrorResponseDto', answer.json())
})
