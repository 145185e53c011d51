import { useEffect, useRef, type RefObject } from 'react'

/** False once the form has gone, however late it is asked. */
export function useIsThere(): RefObject<boolean> {
  const isThere = useRef(true)
  useEffect(() => {
    isThere.current = true
    return () => {
      isThere.current = false
    }
  }, [])
  return isThere
}
