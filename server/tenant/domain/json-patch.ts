import { applyPatch, type Operation } from 'rfc6902'

import { invalid } from './errors.ts'

/**
 * Applies a JSON Patch to `document`, whole or not at all. `allowed` says of each pointer in it
 * whether it may be written or read; `model` is what the refusal calls the thing.
 */
export function patched<T extends object>(
  document: T,
  operations: Operation[],
  model: string,
  allowed: (pointer: string) => boolean,
): Partial<Record<keyof T, unknown>> {
  for (const operation of operations) check(operation, model, allowed)
  const copy: Partial<Record<keyof T, unknown>> = structuredClone(document)
  const problem = applyPatch(copy, operations).find((error) => error !== null)
  if (problem) throw invalid(`The patch cannot be applied: ${problem.message}.`)
  return copy
}

/** A tilde that escapes nothing, and names that rfc6902 steps over instead of refusing them. */
const wrongPointer = /~(?![01])|\/(__proto__|constructor|prototype)(\/|$)/
const withValue = ['add', 'replace', 'test']
const withFrom = ['move', 'copy']

function check(operation: Operation, model: string, allowed: (pointer: string) => boolean): void {
  const { op, path, value, from }: Record<string, unknown> = { ...operation }
  if (typeof op !== 'string') throw invalid('Each operation of a patch needs an op.')
  for (const pointer of withFrom.includes(op) ? [path, from] : [path]) {
    if (typeof pointer === 'string' && allowed(pointer) && !wrongPointer.test(pointer)) continue
    throw invalid(`[${String(pointer)} is not a valid patch field for the ${model} model.`)
  }
  if (withValue.includes(op) && value === undefined) {
    throw invalid(`The operation ${op} of ${String(path)} needs a value.`)
  }
}
