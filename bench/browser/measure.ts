import { answersFrom } from './answers.ts'
import { visit, type Chrome } from './chrome.ts'
import { heapGrowth } from './heap.ts'
import { listTimes } from './list-times.ts'
import { firstLoad, plainLoad } from './load.ts'
import { servePlainPage } from './plain-page.ts'

type Given = { chrome: Chrome; url: string; rounds: number; navigations: number }

/** Each measure with all that was measured, in ms where the name says nothing else. */
export type Figures = Map<string, number[]>

export async function measure({ chrome, url, rounds, navigations }: Given): Promise<Figures> {
  const figures: Figures = new Map()
  const note = (found: Record<string, number[]>) => {
    for (const [name, values] of Object.entries(found)) {
      figures.set(name, [...(figures.get(name) ?? []), ...values])
    }
  }
  const answers = await answersFrom(url)
  const plain = await servePlainPage(url)
  for (let round = 0; round < rounds; round += 1) {
    note(await visit(chrome, (visited) => firstLoad(visited, url)))
    note(await visit(chrome, (visited) => plainLoad(visited, plain.url)))
    note(await visit(chrome, (visited) => listTimes(visited, answers)))
  }
  plain.stop()
  note(await visit(chrome, (visited) => heapGrowth(visited, url, navigations)))
  return figures
}
