import { useEffect, useRef, useState } from 'react'

import { problemOf } from './filter-check.ts'
import type { FilterProblem } from './filter-problem.ts'

/** As long as a thought: a filter is asked for when it seems to be whole. */
const WAIT_MS = 400

/**
 * A filter text while it is written. It reaches the URL once the server understands it; until then
 * the rows stay those of the one before.
 */
export function useFilterDraft(value: string, onChange: (value: string) => void) {
  const [draft, setDraft] = useState(value)
  const [problem, setProblem] = useState<FilterProblem>()
  const [seen, setSeen] = useState(value)
  const [sent, setSent] = useState(value)
  if (value !== seen) {
    setSeen(value)
    if (value !== sent) {
      // Changed from outside: the back button, "clear filters", the chips turned into text.
      setDraft(value)
      setSent(value)
      setProblem(undefined)
    }
  }
  const given = useRef({ value, onChange })
  useEffect(() => {
    given.current = { value, onChange }
  })
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const turn = useRef(0)
  const understood = useRef('')
  useEffect(() => () => clearTimeout(timer.current), [])

  /** Of several that are under way only the last one counts. */
  const check = useRef(async (text: string) => {
    clearTimeout(timer.current)
    turn.current += 1
    const mine = turn.current
    const filter = text.trim() ? text : ''
    const found = filter ? await problemOf(filter) : undefined
    if (mine !== turn.current) return
    setProblem(found)
    if (found) return
    understood.current = filter
    if (filter === given.current.value) return
    setSent(filter)
    given.current.onChange(filter)
  }).current

  // A link may carry what nobody understands.
  useEffect(() => {
    if (value !== understood.current) void check(value)
  }, [value, check])

  return {
    draft,
    problem,
    write(text: string) {
      setDraft(text)
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void check(text), WAIT_MS)
    },
    settle: () => void check(draft),
  }
}
