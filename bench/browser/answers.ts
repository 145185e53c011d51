import { nameOf } from '../../src/features/accounts/name-of.ts'
import { listOf, parseAccountSearch, toApiQuery } from '../../src/features/accounts/search.ts'
import type { Expected } from './probe.ts'

type Item = Parameters<typeof nameOf>[0]

export type Answers = {
  url: string
  total: number
  /** What the list has to show for the query of its address: the truth, asked for beforehand. */
  to: (query: string) => Promise<Expected>
  /** Texts of which each letter that is typed brings other rows. */
  words: string[]
}

const WORDS = 6
const LETTERS = 6

export async function answersFrom(url: string): Promise<Answers> {
  async function page(query: string, limit: number, offset = 0) {
    const asked = { ...toApiQuery(listOf(parseAccountSearch(new URLSearchParams(query))), 0) }
    const params = new URLSearchParams({ sorters: asked.sorters })
    if (asked.filters) params.set('filters', asked.filters)
    params.set('limit', String(limit))
    params.set('offset', String(offset))
    const answer = await fetch(`${url}/api/console/accounts?${params}`)
    if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`)
    return (await answer.json()) as { items: Item[]; total: number } // as the contract has it
  }
  async function to(query: string): Promise<Expected> {
    const { items, total } = await page(query, 1)
    return { total, name: items[0] ? nameOf(items[0]) : '', at: 0 }
  }
  const { total } = await page('', 1)
  const words: string[] = []
  // Each look is at another part of the list, so that the words begin with different letters.
  for (let look = 0; words.length < WORDS && look < 60; look += 1) {
    const { items } = await page('', 1, Math.floor((total * ((look * 7) % 60)) / 60))
    const word = items[0] && nameOf(items[0]).toLowerCase().slice(0, LETTERS)
    if (!word || !/^[a-z]{6}$/.test(word) || words.includes(word)) continue
    const totals = [total]
    for (const part of partsOf(word)) totals.push((await to(`q=${part}`)).total)
    if (totals.every((count, at) => count !== totals[at - 1])) words.push(word)
  }
  return { url, total, to, words }
}

/** What stands in the box after each key. */
export const partsOf = (word: string) =>
  Array.from(word, (_letter, at) => encodeURIComponent(word.slice(0, at + 1)))
