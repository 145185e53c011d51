import { fold } from '../store/fold.ts'

/** How well a text fits what is typed, the best first; behind all of them what does not show it. */
export const ranks = { equal: 0, start: 1, word: 2, inside: 3, elsewhere: 4 } as const

/** Both texts are folded. */
export function rankOf(wanted: string, text: string): number {
  const at = text.indexOf(wanted)
  if (at === -1) return ranks.elsewhere
  if (at === 0) return text.length === wanted.length ? ranks.equal : ranks.start
  return startsAWord(wanted, text, at) ? ranks.word : ranks.inside
}

function startsAWord(wanted: string, text: string, first: number): boolean {
  for (let at = first; at !== -1; at = text.indexOf(wanted, at + 1)) {
    if (!/[\p{L}\p{N}]/u.test(text.charAt(at - 1))) return true
  }
  return false
}

export type Candidate = {
  ord: number
  /** What the thing itself is called; the first of them decides between equals. */
  names: string[]
  /** What belongs to it, and makes it fit less well than its own name would. */
  others?: string[]
}

const LESS = 0.5

/** The numbers of the best candidates, each once. */
export function best(wanted: string, candidates: Candidate[], limit: number): number[] {
  const ranked = new Map<number, { rank: number; name: string }>()
  for (const { ord, names, others = [] } of candidates) {
    const own = Math.min(...names.map((text) => rankOf(wanted, fold(text))))
    const rank = Math.min(own, ...others.map((text) => rankOf(wanted, fold(text)) + LESS))
    const known = ranked.get(ord)
    if (!known || rank < known.rank) ranked.set(ord, { rank, name: known?.name ?? names[0] ?? '' })
  }
  return [...ranked]
    .toSorted(([, a], [, b]) => a.rank - b.rank || (a.name < b.name ? -1 : 1))
    .slice(0, limit)
    .map(([ord]) => ord)
}

/** The attribute that shows what is typed, where nothing else does. */
export function attributeShowing(wanted: string, attributes: unknown) {
  if (typeof attributes !== 'object' || attributes === null) return null
  for (const [field, value] of Object.entries(attributes)) {
    const texts = (Array.isArray(value) ? value : [value]).filter(
      (each) => typeof each === 'string' || typeof each === 'number',
    )
    const found = texts.map(String).find((text) => fold(text.slice(0, LONGEST)).includes(wanted))
    if (found !== undefined) return { field, value: found.slice(0, LONGEST) }
  }
  return null
}

const LONGEST = 200
