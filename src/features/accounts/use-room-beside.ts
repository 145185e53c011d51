import { useSyncExternalStore } from 'react'

/** As in the style sheet of the page. */
const wide = matchMedia('(min-width: 1200px)')
const wider = matchMedia('(min-width: 1640px)')

function subscribe(listener: () => void) {
  wide.addEventListener('change', listener)
  wider.addEventListener('change', listener)
  return () => {
    wide.removeEventListener('change', listener)
    wider.removeEventListener('change', listener)
  }
}

/** Whether there is room for a column beside the list; an open panel takes it. */
export const useRoomBeside = (hasPanel: boolean): boolean =>
  useSyncExternalStore(subscribe, () => (hasPanel ? wider : wide).matches)
