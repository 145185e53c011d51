import { readFileSync } from 'node:fs'

import { parse } from 'yaml'

const methods = ['get', 'head', 'post', 'put', 'patch', 'delete'] as const

/** One operation of the contract; `path` is its template, for example `/accounts/{id}/enable`. */
export type Operation = { method: Uppercase<(typeof methods)[number]>; path: string }

/** What may leave for the tenant: the operations of the contract and nothing else. */
export function allowedOperations(): Operation[] {
  const contract = new URL('../../openapi/isc-v2024.yaml', import.meta.url)
  return operationsOf(parse(readFileSync(contract, 'utf8')))
}

type Document = { paths: Record<string, Record<string, unknown>> }

export function operationsOf({ paths }: Document): Operation[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    methods
      .filter((method) => method in item)
      // toUpperCase() is typed as plain string.
      .map((method) => ({ method: method.toUpperCase() as Operation['method'], path })),
  )
}

/** The template in the router's words: `/accounts/:id/enable`. */
export function routeOf(path: string): string {
  return path.replaceAll(/\{(\w+)\}/g, ':$1')
}

/**
 * Fills a template in. The path that leaves is built from the contract, never copied from the
 * request; undefined where a parameter could be read as another path by something on the way.
 */
export function fillPath(path: string, params: Record<string, string>): string | undefined {
  const values = Object.values(params)
  if (!values.every(isPlainSegment)) return undefined
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
}

/**
 * False for what climbs or splits a path once it is decoded, as often as some server may do it:
 * `..`, `..%2f..`, `%252e%252e`, `..;x=1` (which servlet containers read as `..`), controls.
 */
function isPlainSegment(value: string): boolean {
  const decoded = decodeFully(value)
  if (decoded === undefined || /\p{Cc}/u.test(decoded)) return false
  return decoded.split(/[/\\]/).every((part) => part !== '' && !/^\.{1,2}(;|$)/.test(part))
}

function decodeFully(value: string): string | undefined {
  let decoded = value
  try {
    while (/%[0-9a-f]{2}/i.test(decoded)) decoded = decodeURIComponent(decoded)
  } catch {
    return undefined // bytes that are no UTF-8: nobody's id
  }
  return decoded
}
