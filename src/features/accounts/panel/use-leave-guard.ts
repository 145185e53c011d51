import { useEffect, useRef } from 'react'
import { useBlocker, type Location } from 'react-router'

import { confirm, type Question } from '#ui/confirm.tsx'

type Guard = {
  /** Whether anything would be lost now. */
  isDirty: () => boolean
  /** Whether the address is still that of the form: what else changes in it loses nothing. */
  isHere: (next: Location) => boolean
  question: () => Question
}

/** Asks before what was typed is lost: to another page, to another account, to a closed window. */
export function useLeaveGuard(guard: Guard): void {
  const latest = useRef(guard)
  const isAsking = useRef(false)
  useEffect(() => {
    latest.current = guard
  })
  const blocker = useBlocker(
    ({ nextLocation }) => latest.current.isDirty() && !latest.current.isHere(nextLocation),
  )
  useEffect(() => {
    // React's strict mode runs effects twice: one question is enough.
    if (blocker.state !== 'blocked' || isAsking.current) return
    isAsking.current = true
    void confirm(latest.current.question()).then((isLeaving) => {
      isAsking.current = false
      if (isLeaving) blocker.proceed()
      else blocker.reset()
    })
  }, [blocker])
  useEffect(() => {
    function onBeforeUnload(event: BeforeUnloadEvent) {
      // The browser asks in its own words.
      if (latest.current.isDirty()) event.preventDefault()
    }
    window.addEventListener('beforeunload', onBeforeUnload)
    return () => window.removeEventListener('beforeunload', onBeforeUnload)
  }, [])
}
