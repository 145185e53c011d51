/** Which accounts of a plan or a run are shown, as kept in the URL. */
export type ItemSearch = {
  q: string
  /** A group of the plan, or states of a run separated by commas; empty for all. */
  only: string
  /** Index of the first row on screen. */
  at: number
}

const longest = 200

/** Never throws: what a link asks for that is not offered is left out. */
export const parseItemSearch =
  (offered: string[]) =>
  (params: URLSearchParams): ItemSearch => {
    const only = params.get('only') ?? ''
    const at = Number(params.get('at'))
    return {
      q: (params.get('q') ?? '').slice(0, longest),
      only: offered.includes(only) ? only : '',
      at: Number.isSafeInteger(at) && at > 0 ? at : 0,
    }
  }

/** Defaults are left out, so the plain list has a plain URL. */
export function itemSearchToUrl({ q, only, at }: ItemSearch): URLSearchParams {
  const params = new URLSearchParams()
  if (q) params.set('q', q)
  if (only) params.set('only', only)
  if (at > 0) params.set('at', String(at))
  return params
}
