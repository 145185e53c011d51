import { useEffect, useState } from 'react'

/** As long as between two keystrokes: a word asks once, and the answer still seems to come at once. */
const WAIT_MS = 150

/** The text once nobody has typed for a moment. */
export function useSettled(text: string): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), WAIT_MS)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}
