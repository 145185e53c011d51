import { api, ok } from '#api/client.ts'

export type PatchOperation =
  | { op: 'add' | 'replace'; path: string; value: unknown }
  | { op: 'remove'; path: string }

/** Accepted with 202 and nothing to follow: the account, read again, is what tells. */
export async function patchAccount(id: string, operations: PatchOperation[]): Promise<void> {
  await ok(
    api.PATCH('/accounts/{id}', {
      params: { path: { id } },
      // The contract names no fields of an operation.
      body: operations as unknown as never[],
      headers: { 'Content-Type': 'application/json-patch+json' },
    }),
  )
}
