import type { Cursor } from '../sync/pass.ts'

/** How far the copy is; kept with it. */
export type IdentityState = {
  /** The pass that runs or ran last; it begins with 1. */
  pass: number
  /** Undefined once the pass has met every identity. */
  cursor?: Cursor | undefined
  complete: boolean
  /** When a whole pass ended last, by the console's clock. */
  completed?: number
}
