import {
  IconAlertTriangle,
  IconBan,
  IconCalendarTime,
  IconCircleCheck,
  IconCircleMinus,
  IconClock,
  IconHelpCircle,
  IconLoader2,
  IconPlayerPause,
  type Icon,
} from '@tabler/icons-react'

import { runText as text } from '#lib/messages/runs.ts'
import { StatusText, type Tone } from '#ui/status-badge.tsx'

import type { PlanGroup, Run, RunItemState } from './types.ts'

type Look = { tone: Tone; icon: Icon }

const states: Record<Run['state'], Look> = {
  scheduled: { tone: 'off', icon: IconCalendarTime },
  running: { tone: 'busy', icon: IconLoader2 },
  paused: { tone: 'warning', icon: IconPlayerPause },
  cancelling: { tone: 'busy', icon: IconLoader2 },
  finished: { tone: 'good', icon: IconCircleCheck },
  cancelled: { tone: 'off', icon: IconBan },
}

const verdicts: Record<RunItemState, Look> = {
  planned: { tone: 'off', icon: IconClock },
  sent: { tone: 'busy', icon: IconLoader2 },
  accepted: { tone: 'busy', icon: IconLoader2 },
  done: { tone: 'good', icon: IconCircleCheck },
  failed: { tone: 'bad', icon: IconAlertTriangle },
  notConfirmed: { tone: 'warning', icon: IconHelpCircle },
  skipped: { tone: 'off', icon: IconCircleMinus },
  notSent: { tone: 'off', icon: IconBan },
}

const groups: Record<PlanGroup, Look> = {
  willChange: { tone: 'good', icon: IconCircleCheck },
  risky: { tone: 'warning', icon: IconAlertTriangle },
  alreadySo: { tone: 'off', icon: IconCircleMinus },
  notAllowed: { tone: 'bad', icon: IconBan },
  unmatched: { tone: 'off', icon: IconHelpCircle },
}

/** One that ended with failures is not simply well. */
export function RunStateText({ run: { state, counts } }: { run: Run }) {
  const isMixed = state === 'finished' && counts.failed + counts.notConfirmed > 0
  const look = isMixed ? ({ tone: 'warning', icon: IconAlertTriangle } as const) : states[state]
  return <StatusText {...look}>{text.states[state]}</StatusText>
}

export function VerdictText({ state }: { state: RunItemState }) {
  return <StatusText {...verdicts[state]}>{text.verdicts[state]}</StatusText>
}

export function GroupText({ group }: { group: PlanGroup }) {
  return <StatusText {...groups[group]}>{text.plan.groups[group]}</StatusText>
}
