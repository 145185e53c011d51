import { readFileSync } from 'node:fs'

import { parse } from 'yaml'

import type { OperationId } from '../../contract.ts'
import type { Requirement } from '../domain/rights.ts'

/** What the contract says of an operation, as far as a hook needs it. */
export type Operation = Requirement & {
  operationId: OperationId
  /** The media types of its body; empty where it takes none. */
  bodyTypes: string[]
}

type Described = {
  operationId: OperationId
  security?: Record<string, string[]>[]
  'x-sailpoint-userLevels'?: string[]
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
  const operations = Object.values(document.paths).flatMap((item) => Object.values(item).map(read))
  // An upload is streamed, so there is no body to validate when its handler starts.
  delete document.paths['/sources/{id}/load-accounts']?.post?.requestBody
  return { document, operations }
}

function read(described: Described): Operation {
  const { operationId, requestBody } = described
  const user = described.security?.find((scheme) => scheme.userAuth)
  return {
    operationId,
    scopes: user?.userAuth ?? [],
    levels: described['x-sailpoint-userLevels'] ?? [],
    bodyTypes: Object.keys(requestBody?.content ?? {}).filter(
      (type) => !type.startsWith('multipart/'),
    ),
  }
}
