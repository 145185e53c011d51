import { isDeepStrictEqual } from 'node:util'

export type Json = null | boolean | number | string | Json[] | { [name: string]: Json }
export type Doc = { [name: string]: Json }

/** RFC 6902 over RFC 6901, in the plainest form: undefined where the patch has to be refused. */
export function apply(doc: Doc, operations: unknown[]): Doc | undefined {
  let now: Json | undefined = structuredClone(doc)
  for (const operation of operations) {
    now = now === undefined ? undefined : step(now, Object(operation))
  }
  return isObject(now) ? now : undefined
}

function step(doc: Json, { op, path, from, value }: Doc): Json | undefined {
  const to = tokens(path)
  if (!to) return undefined
  if (op === 'remove') return remove(doc, to)
  if (op === 'move' || op === 'copy') {
    const source = tokens(from)
    const moved = source && get(doc, source)
    if (!source || moved === undefined) return undefined
    if (op === 'copy') return add(doc, to, moved)
    if (to.length > source.length && source.every((token, at) => token === to[at])) return undefined
    const without = remove(doc, source)
    return without === undefined ? undefined : add(without, to, moved)
  }
  if (value === undefined) return undefined
  if (op === 'add') return add(doc, to, value)
  if (get(doc, to) === undefined) return undefined
  if (op === 'test') return isDeepStrictEqual(get(doc, to), value) ? doc : undefined
  return op === 'replace' ? change(doc, to, () => value) : undefined
}

/** No pointer to the whole: nothing that is patched here may be replaced whole. */
function tokens(pointer: unknown): string[] | undefined {
  if (typeof pointer !== 'string' || !/^(\/([^~/]|~[01])*)+$/.test(pointer)) return undefined
  return pointer
    .split('/')
    .slice(1)
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'))
}

const isObject = (value: unknown): value is Doc =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function get(doc: Json, path: string[]): Json | undefined {
  let at: Json | undefined = doc
  for (const token of path) {
    const list: Json | undefined = at
    if (Array.isArray(list)) at = /^(0|[1-9]\d*)$/.test(token) ? list[Number(token)] : undefined
    else at = isObject(list) && Object.hasOwn(list, token) ? list[token] : undefined
  }
  return at
}

const remove = (doc: Json, path: string[]) =>
  get(doc, path) === undefined ? undefined : change(doc, path, () => undefined)

const add = (doc: Json, path: string[], value: Json) => change(doc, path, () => value, true)

/** A copy in which what the path points to is another value, or is gone. */
function change(
  doc: Json,
  [token, ...rest]: string[],
  make: () => Json | undefined,
  inserts = false,
): Json | undefined {
  if (token === undefined) return make()
  const inner = (held: Json | undefined) =>
    rest.length === 0 ? make() : held === undefined ? undefined : change(held, rest, make, inserts)
  if (Array.isArray(doc)) {
    const last = inserts && rest.length === 0
    const index =
      last && token === '-' ? doc.length : /^(0|[1-9]\d*)$/.test(token) ? Number(token) : -1
    if (index < 0 || index > (last ? doc.length : doc.length - 1)) return undefined
    const value = inner(doc[index])
    if (value === undefined && rest.length > 0) return undefined
    return doc.toSpliced(index, last ? 0 : 1, ...(value === undefined ? [] : [value]))
  }
  if (!isObject(doc)) return undefined
  const value = inner(Object.hasOwn(doc, token) ? doc[token] : undefined)
  if (value === undefined && rest.length > 0) return undefined
  const { [token]: _, ...others } = doc
  return value === undefined ? others : { ...doc, [token]: value }
}
