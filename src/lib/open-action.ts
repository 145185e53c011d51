import type { Icon } from '@tabler/icons-react'

/** What can be done with what is open. */
export type OpenAction = {
  id: string
  label: string
  icon: Icon
  /** Why it is not possible; undefined where it is. */
  blocked: string | undefined
  run: () => void
}

/** What is open: an account, an identity or a source. */
export type OpenThing = { id: string; name: string; actions: readonly OpenAction[] }
