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
  for (const operation of operations) apply(copy, operation)
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

/** A move and a copy as an addition: of a place in a list, rfc6902 checks only that of an addition. */
function apply(document: object, operation: Operation): void {
  const { path } = operation
  if (operation.op === 'move' || operation.op === 'copy') {
    const { op, from } = operation
    if (op === 'move' && path.startsWith(`${from}/`))
      throw refused(`${from} cannot move into itself`)
    const value = valueAt(document, from)
    if (op === 'move') apply(document, { op: 'remove', path: from })
    return apply(document, { op: 'add', path, value })
  }
  if (operation.op === 'add') checkHolder(document, path)
  else valueAt(document, path)
  const [problem] = applyPatch(document, [operation])
  if (problem) throw refused(problem.message)
}

/**
 * What the pointer leads to. rfc6902 also finds what each text, list and object has by birth, such as
 * `length` and `toString`, and would write to it.
 */
function valueAt(document: object, pointer: string): unknown {
  let value: unknown = document
  for (const escaped of pointer.split('/').slice(1)) {
    const token = escaped.replaceAll('~1', '/').replaceAll('~0', '~')
    const isThere =
      typeof value === 'object' &&
      value !== null &&
      (Array.isArray(value) ? /^(0|[1-9]\d*)$/.test(token) : true) &&
      Object.hasOwn(value, token)
    if (!isThere) throw refused(`there is nothing at ${pointer}`)
    value = Reflect.get(Object(value), token)
  }
  return value
}

function checkHolder(document: object, path: string): void {
  const holder = valueAt(document, path.slice(0, path.lastIndexOf('/')))
  if (typeof holder !== 'object' || holder === null) throw refused(`nothing can be at ${path}`)
}

const refused = (why: string) => invalid(`The patch cannot be applied: ${why}.`)
