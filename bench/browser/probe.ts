/** What the rows on screen have to be for an answer to be there. */
export type Expected = {
  /** All accounts that match, as the header of the page counts them. */
  total: number
  /** The account in the row at `at`, which counts from 0. */
  name: string
  at: number
}

export type Probe = {
  /** When the first of the rows was painted, in ms after the navigation began. */
  firstRows: () => Promise<number>
  /** What had crossed the network until then, packed as it was. */
  sent: (until: number) => { requests: number; scripts: number; bytes: number }
  /** Begins to note key and pointer events, and when what they should bring was painted. */
  expect: (expected: Expected[], event: string) => void
  /** In ms, for each event that had been expected, in their order. */
  waited: () => Promise<number[]>
  /** Puts a row at the top, as dragging the bar does; in ms until all rows there are painted. */
  jump: (at: number) => Promise<number>
  /** Scrolls over so many rows at so many a second. */
  scroll: (rows: number, perSecond: number) => Promise<Scrolled>
}
export type Scrolled = { frames: number; dropped: number; longTasks: number; longest: number }

declare global {
  interface Window {
    probe: Probe
  }
}

/** Runs in the page, before its own scripts; it may use nothing that stands outside of it. */
export function probe(): void {
  const longTasks: number[] = []
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longTasks.push(duration)
  }).observe({ type: 'longtask', buffered: true })

  /**
   * The end of the frame that shows what the document holds now: the first task after its
   * rendering. A second animation frame would wait for the next tick of the screen on top.
   */
  function painted(): Promise<number> {
    return new Promise((resolve) => {
      requestAnimationFrame(() => {
        const channel = new MessageChannel()
        channel.port1.addEventListener('message', () => resolve(performance.now()))
        channel.port1.start()
        channel.port2.postMessage(undefined)
      })
    })
  }

  /** Looks at the document after each change of it until something holds. */
  function until(holds: () => boolean): Promise<number> {
    return new Promise((resolve) => {
      if (holds()) return resolve(painted())
      const observer = new MutationObserver(() => {
        if (!holds()) return
        observer.disconnect()
        resolve(painted())
      })
      observer.observe(document, {
        subtree: true,
        childList: true,
        attributes: true,
        characterData: true,
      })
    })
  }

  const scroller = () => document.querySelector('table[aria-rowcount]')?.parentElement
  const rowAt = (at: number) => document.querySelector(`tr[data-index="${at}"]`)
  const nameAt = (at: number) => rowAt(at)?.querySelector('a')?.textContent

  function shows({ total, name, at }: Expected): boolean {
    const count = document.querySelector('table[aria-rowcount]')?.getAttribute('aria-rowcount')
    if (Number(count) !== total + 1 || nameAt(at) !== name) return false
    return !scroller()?.hasAttribute('data-previous')
  }

  /** Rows with what is in them cover the view, from its head to its lower edge. */
  function isFilled(): boolean {
    const list = scroller()
    const head = list?.querySelector('thead')
    if (!list || !head) return false
    const [from, to] = [head.getBoundingClientRect().bottom, list.getBoundingClientRect().bottom]
    const rows = [...list.querySelectorAll('tr[data-index]')]
    const seen = rows.flatMap((row) => {
      const { top, bottom } = row.getBoundingClientRect()
      return bottom > from + 1 && top < to - 1 ? [{ row, top, bottom }] : []
    })
    const [first, last] = [seen[0], seen.at(-1)]
    if (!first || !last || first.top > from + 1 || last.bottom < to - 20) return false
    return seen.every(({ row }) => row.querySelector('a')?.textContent)
  }

  let waits: number[] = []
  let done: Promise<unknown> = Promise.resolve()

  function expectAll(expected: Expected[], event: string): void {
    const began: number[] = []
    waits = []
    done = new Promise((resolve) => {
      const note = ({ timeStamp }: Event) => void began.push(timeStamp)
      document.addEventListener(event, note, { capture: true })
      const look = () => {
        // What is shown may have overtaken what was asked before.
        const latest = began.length - 1
        for (let asked = latest; asked >= waits.length; asked -= 1) {
          const answer = expected[asked]
          if (answer && shows(answer)) return void paintedUpTo(asked)
        }
      }
      const paintedUpTo = (asked: number) => {
        const from = waits.length
        // Held at once, so that the changes of the same frame are not counted again.
        waits.push(...began.slice(from, asked + 1))
        void painted().then((at) => {
          for (let each = from; each <= asked; each += 1) waits[each] = at - (began[each] ?? at)
          if (waits.length < expected.length) return
          document.removeEventListener(event, note, { capture: true })
          observer.disconnect()
          resolve(undefined)
        })
      }
      const observer = new MutationObserver(look)
      const kinds = { childList: true, attributes: true, characterData: true }
      observer.observe(document, { subtree: true, ...kinds })
    })
  }

  async function jump(at: number): Promise<number> {
    const list = scroller()
    if (!list) throw new Error('There is no list')
    const height = rowAt(0)?.getBoundingClientRect().height ?? 36
    const rows = Number(list.querySelector('table')?.getAttribute('aria-rowcount')) - 1
    // Where the list is taller than a browser lays out, its bar stands for more than it is long.
    const isTall = rows * height > list.scrollHeight
    const place = isTall ? (at / rows) * (list.scrollHeight - list.clientHeight) : at * height
    const from = performance.now()
    list.scrollTop = place
    return (await until(isFilled)) - from
  }

  function scroll(rows: number, perSecond: number): Promise<Scrolled> {
    const list = scroller()
    if (!list) throw new Error('There is no list')
    const height = document.querySelector('tr[data-index]')?.getBoundingClientRect().height ?? 36
    const before = longTasks.length
    const gaps: number[] = []
    return new Promise((resolve) => {
      let from: number | undefined
      let last = 0
      const start = list.scrollTop
      const step = (now: number) => {
        if (from !== undefined) gaps.push(now - last)
        from ??= now
        last = now
        const gone = ((now - from) / 1000) * perSecond
        list.scrollTop = start + gone * height
        if (gone < rows) return void requestAnimationFrame(step)
        const dropped = gaps.reduce((sum, gap) => sum + Math.max(0, Math.round(gap / 16.67) - 1), 0)
        const long = longTasks.slice(before)
        const frames = gaps.length + dropped
        resolve({ frames, dropped, longTasks: long.length, longest: Math.max(0, ...long) })
      }
      requestAnimationFrame(step)
    })
  }

  function sent(until: number) {
    const page = performance.getEntriesByType('navigation')
    const files = performance.getEntriesByType('resource')
    // Their types are not told apart by the kind that is asked for.
    const all = [...page, ...files] as PerformanceResourceTiming[]
    const came = all.filter(({ responseEnd }) => responseEnd > 0 && responseEnd <= until)
    const sum = (entries: PerformanceResourceTiming[]) =>
      entries.reduce((total, { transferSize }) => total + transferSize, 0)
    const scripts = came.filter(({ name }) => new URL(name).pathname.endsWith('.js'))
    return { requests: came.length, scripts: sum(scripts), bytes: sum(came) }
  }

  window.probe = {
    sent,
    firstRows: () => until(() => Boolean(nameAt(0))),
    expect: expectAll,
    waited: () => done.then(() => waits),
    jump,
    scroll,
  }
}
