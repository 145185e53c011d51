import type { ItemMove, ItemState, RunMove, RunState } from '../states.ts'

/** What a run comes to, told once more and in the plainest words: by cases, not by a table. */
export class Model {
  state: RunState | 'plan' = 'plan'
  items: ItemState[]
  /** One entry for each verdict that an item came to, and for each step of the run that is told. */
  audit = 0
  /** Whether this console carries it on, of the two that there are. */
  isOwn = false

  constructor(size: number) {
    this.items = Array.from({ length: size }, () => 'planned')
  }

  moveRun(move: RunMove): boolean {
    const next = this.#next(move)
    if (!next) return false
    if ((move === 'finish' || move === 'finishCancelled') && !this.isOwn) return false
    if (move === 'start' || move === 'begin') this.isOwn = true
    this.state = next
    this.audit += 1
    return true
  }

  /** One console has let go of everything, and the other takes what there is to be carried on. */
  give(isOwn: boolean): void {
    const isOpen = ['running', 'paused', 'cancelling'].includes(this.state)
    if (isOpen) this.isOwn = isOwn
    else if (this.isOwn !== isOwn) this.isOwn = false
  }

  #next(move: RunMove): RunState | undefined {
    const { state } = this
    if (state === 'plan') {
      if (move === 'start') return 'running'
      return move === 'schedule' ? 'scheduled' : undefined
    }
    if (state === 'scheduled') {
      if (move === 'begin') return 'running'
      return move === 'cancelScheduled' ? 'cancelled' : undefined
    }
    const isOpen = state === 'running' || state === 'paused'
    if (move === 'pause' && state === 'running') return 'paused'
    if (move === 'resume' && state === 'paused') return 'running'
    if (move === 'cancel' && isOpen) return 'cancelling'
    if (move === 'finish' && isOpen) return 'finished'
    if (move === 'finishCancelled' && state === 'cancelling') return 'cancelled'
    return undefined
  }

  send(at: number): boolean {
    if (!this.isOwn || this.state !== 'running' || this.items[at] !== 'planned') return false
    this.items[at] = 'sent'
    return true
  }

  /** What an answer or a look at the account does to an item; false where it is not in place. */
  moveItem(at: number, move: ItemMove): boolean {
    if (move !== 'leaveOut' && !this.isOwn) return false
    const state = this.items[at]
    const next = state && nextOf(state, move)
    if (!next) return false
    this.items[at] = next
    if (next !== 'planned' && next !== 'accepted') this.audit += 1
    return true
  }

  leaveOut(): void {
    this.items.forEach((_state, at) => this.moveItem(at, 'leaveOut'))
  }

  retry(states: ItemState[]): number {
    if (this.state !== 'finished' && this.state !== 'cancelled') return 0
    const again = this.items.filter((state) => states.includes(state)).length
    if (again === 0) return 0
    this.items = this.items.map((state) => (states.includes(state) ? 'planned' : state))
    this.state = 'running'
    this.isOwn = true
    this.audit += 1
    return again
  }
}

function nextOf(state: ItemState, move: ItemMove): ItemState | undefined {
  const isAway = state === 'sent' || state === 'accepted'
  if (move === 'accept') return state === 'sent' ? 'accepted' : undefined
  if (move === 'takeBack' || move === 'resend') return state === 'sent' ? 'planned' : undefined
  if (move === 'confirm') return isAway ? 'done' : undefined
  if (move === 'giveUp') return isAway ? 'notConfirmed' : undefined
  if (move === 'fail') return isAway || state === 'planned' ? 'failed' : undefined
  if (move === 'skip') return state === 'planned' ? 'skipped' : undefined
  return move === 'leaveOut' && state === 'planned' ? 'notSent' : undefined
}
