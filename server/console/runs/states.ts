import type { components } from '../../../src/api/console-schema.d.ts'

type Schemas = components['schemas']
export type RunState = Schemas['RunState']
export type ItemState = Schemas['RunItemState']

/** Every way in which a run may go on. Nothing else in the console changes its state. */
const runMoves = {
  /** Confirmed, to start at once or at its time. `plan` is a run that nobody has confirmed. */
  start: { from: ['plan'], to: 'running' },
  schedule: { from: ['plan'], to: 'scheduled' },
  begin: { from: ['scheduled'], to: 'running' },
  pause: { from: ['running'], to: 'paused' },
  resume: { from: ['paused'], to: 'running' },
  cancel: { from: ['running', 'paused'], to: 'cancelling' },
  /** Nothing of it had begun. */
  cancelScheduled: { from: ['scheduled'], to: 'cancelled' },
  /** Everything has its verdict. */
  finish: { from: ['running', 'paused'], to: 'finished' },
  finishCancelled: { from: ['cancelling'], to: 'cancelled' },
  retry: { from: ['finished', 'cancelled'], to: 'running' },
} as const satisfies Record<string, { from: readonly (RunState | 'plan')[]; to: RunState }>

/** Every way in which an item may go on. */
const itemMoves = {
  /** Written before the request leaves. */
  send: { from: ['planned'], to: 'sent' },
  /** The tenant has said that it did nothing yet: a full rate limit. */
  takeBack: { from: ['sent'], to: 'planned' },
  /** What was sent without an answer has had no effect: it is sent again. */
  resend: { from: ['sent'], to: 'planned' },
  accept: { from: ['sent'], to: 'accepted' },
  /** Read again, the account shows it. Of a request without an answer too. */
  confirm: { from: ['sent', 'accepted'], to: 'done' },
  fail: { from: ['planned', 'sent', 'accepted'], to: 'failed' },
  giveUp: { from: ['sent', 'accepted'], to: 'notConfirmed' },
  /** It was so when its turn came. */
  skip: { from: ['planned'], to: 'skipped' },
  /** The run was cancelled before its turn. */
  leaveOut: { from: ['planned'], to: 'notSent' },
  retry: { from: ['failed', 'notConfirmed', 'notSent'], to: 'planned' },
} as const satisfies Record<string, { from: readonly ItemState[]; to: ItemState }>

export type RunMove = keyof typeof runMoves
export type ItemMove = keyof typeof itemMoves

export const runMove = (move: RunMove): { from: readonly string[]; to: RunState } => runMoves[move]
export const itemMove = (move: ItemMove): { from: readonly ItemState[]; to: ItemState } =>
  itemMoves[move]

export const itemStates: ItemState[] = [
  'planned',
  'sent',
  'accepted',
  'done',
  'failed',
  'notConfirmed',
  'skipped',
  'notSent',
]

export const runStates: RunState[] = [
  'scheduled',
  'running',
  'paused',
  'cancelling',
  'finished',
  'cancelled',
]

/** What the console has something to do for. */
export const openRunStates: RunState[] = ['scheduled', 'running', 'paused', 'cancelling']

/** What some console is to carry on. */
export const carriedStates: RunState[] = ['running', 'paused', 'cancelling']
export const isCarried = ({ state }: { state: string }) =>
  carriedStates.some((one) => one === state)

export const retryable: ItemState[] = ['failed', 'notConfirmed', 'notSent']
export const underWay: ItemState[] = ['sent', 'accepted']

export const canMove = (move: RunMove, state: string): boolean => runMove(move).from.includes(state)
