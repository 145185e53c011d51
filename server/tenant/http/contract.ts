import { readFileSync } from 'node:fs'

import { parse } from 'yaml'

import type { OperationId } from '../../contract.ts'
import type { Requirement } from '../domain/rights.ts'

/** What the contract says of an operation, as far as a hook needs it. */
export type Operation = Requirement & {
  operationId: OperationId
  /** The media types of its body; empty where it takes none. */
  bodyTypes: string[]
  /** Whether its path has an operation for HEAD too. */
  withHead: boolean
  /** Whether the newer API has it as well. */
  inV1: boolean
}

/** `/v2024`, and the paths of the services that follow it; each is counted and filtered on its own. */
export type ApiVersion = 'v2024' | 'v1'

/** `/accounts/v1/{id}` for `/accounts/{id}`: the version stands behind the name of the service. */
export const v1PathOf = (path: string) => path.replace(/^\/[^/?]+/, '$&/v1')

/** The newer list of tasks holds those that run, so it has no list of its own for them. */
const onlyInYears = ['getPendingTasks', 'getPendingTaskHeaders']

type Described = {
  operationId: OperationId
  security?: Record<string, string[]>[]
  'x-sailpoint-userLevels'?: string[]
  parameters?: { in?: string; name?: string }[]
  requestBody?: { content: Record<string, unknown> }
}
type Document = { paths: Record<string, Record<string, Described>> }

const file = new URL('../../openapi/isc-v2024.yaml', import.meta.url)

let contract: ReturnType<typeof parseContract> | undefined

/** Read once: nobody changes it. */
export function readContract() {
  contract ??= parseContract()
  return contract
}

function parseContract() {
  // The contract is ours and checked by its own tests.
  const document = parse(readFileSync(file, 'utf8')) as Document
  const operations = Object.values(document.paths).flatMap((item) =>
    Object.values(item).map((described) => read(described, 'head' in item)),
  )
  // An upload is streamed, so there is no body to validate when its handler starts.
  delete document.paths['/sources/{id}/load-accounts']?.post?.requestBody
  // Node writes the headers of a request in lower case, and a schema has to do the same.
  for (const { parameters = [] } of Object.values(document.paths).flatMap(Object.values)) {
    for (const parameter of parameters) {
      if (parameter.in === 'header') parameter.name = parameter.name?.toLowerCase()
    }
  }
  return { document, operations }
}

function read(described: Described, withHead: boolean): Operation {
  const { operationId, requestBody } = described
  const scopesOf = (scheme: string) =>
    described.security?.find((alternative) => alternative[scheme])?.[scheme]
  return {
    operationId,
    scopes: scopesOf('userAuth') ?? [],
    appScopes: scopesOf('applicationAuth'),
    levels: described['x-sailpoint-userLevels'] ?? [],
    bodyTypes: Object.keys(requestBody?.content ?? {}).filter(
      (type) => !type.startsWith('multipart/'),
    ),
    withHead,
    inV1: !onlyInYears.includes(operationId),
  }
}
