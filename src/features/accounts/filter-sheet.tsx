import { useLayoutEffect, useRef, useState, type ReactNode } from 'react'

import { listText } from '#lib/messages/accounts-list.ts'

import type { FilterProblem } from './filter-problem.ts'

import classes from './filter-text.module.css'

type Props = {
  draft: string
  /** The rows are not those of the draft. */
  isKept: boolean
  problem: FilterProblem | undefined
  /** The character below which the suggestions stand. */
  anchor: number
  messageId: string
  children: (anchorLeft: number) => ReactNode
}

/**
 * The text once more below the field, letter on letter: it tells how high the field is, and where in
 * it a place is, which a field itself does not tell.
 */
export function FilterSheet({ draft, isKept, problem, anchor, messageId, children }: Props) {
  const mirror = useRef<HTMLDivElement>(null)
  const [lefts, setLefts] = useState({ anchor: 0, problem: 0 })
  const from = problem?.from
  useLayoutEffect(() => {
    const element = mirror.current
    if (!element) return
    const measure = () => {
      const next = {
        anchor: leftOf(element, anchor),
        problem: from === undefined ? 0 : leftOf(element, from),
      }
      setLefts((now) => (now.anchor === next.anchor && now.problem === next.problem ? now : next))
    }
    measure()
    const size = new ResizeObserver(measure)
    size.observe(element)
    return () => size.disconnect()
  }, [draft, anchor, from])

  return (
    <div className={classes.sheet}>
      <div ref={mirror} className={classes.mirror} aria-hidden>
        <Marked text={draft} problem={problem} />
      </div>
      {children(lefts.anchor)}
      {problem && (
        <p
          id={messageId}
          role="alert"
          className={classes.problem}
          style={{ paddingInlineStart: lefts.problem }}
        >
          {problem.text}{' '}
          {isKept && <span className={classes.kept}>{listText.filterText.kept}</span>}
        </p>
      )}
    </div>
  )
}

/** Where a character stands, but never so far right that little room is left beside it. */
function leftOf(mirror: HTMLElement, index: number): number {
  const box = mirror.getBoundingClientRect()
  const range = document.createRange()
  const walker = document.createTreeWalker(mirror, NodeFilter.SHOW_TEXT)
  let left = 0
  for (let node = walker.nextNode(), passed = 0; node; node = walker.nextNode()) {
    const length = node.textContent?.length ?? 0
    if (index <= passed + length) {
      range.setStart(node, index - passed)
      range.collapse(true)
      left = range.getBoundingClientRect().left - box.left
      break
    }
    passed += length
  }
  return Math.round(Math.max(0, Math.min(left, box.width - ROOM)))
}

const ROOM = 320

function Marked({ text, problem }: { text: string; problem: FilterProblem | undefined }) {
  // Something after the last letter, so that a fault at the end has a place, and the line a height.
  const whole = `${text} \u200B`
  if (problem?.from === undefined) return whole
  return (
    <>
      {whole.slice(0, problem.from)}
      <mark className={classes.mark}>
        {whole.slice(problem.from, Math.max(problem.to, problem.from + 1))}
      </mark>
      {whole.slice(Math.max(problem.to, problem.from + 1))}
    </>
  )
}
