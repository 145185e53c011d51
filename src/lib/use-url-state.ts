import { useEffect, useRef } from 'react'
import { useSearchParams } from 'react-router'

type Options = { replace?: boolean }

/** The columns that a list shows, by their ids. */
export const COLUMNS = 'columns'

/** No part of the state, and outlives its changes: the view that a list was opened with, its columns. */
const kept = ['view', COLUMNS]

/** Typed state that lives in the URL: read it with `parse`, write a change back with `print`. */
export function useUrlState<T extends object>(
  parse: (params: URLSearchParams) => T,
  print: (value: T) => URLSearchParams,
) {
  const [params, setParams] = useSearchParams()
  const value = parse(params)

  // The router hands back a new URL a moment after we ask for it. A second change made in that
  // moment must build on what was asked for, not on what is still on screen.
  const asked = useRef(value)
  useEffect(() => {
    asked.current = parse(params)
  }, [parse, params])

  function set(change: Partial<T>, options?: Options) {
    asked.current = { ...asked.current, ...change }
    const next = print(asked.current)
    for (const name of kept) {
      const value = params.get(name)
      if (value !== null) next.set(name, value)
    }
    setParams(next, { ...options, preventScrollReset: true })
  }
  return [value, set] as const
}
