import {
  IconAlertTriangle,
  IconBan,
  IconCircleCheck,
  IconClock,
  IconHelpCircle,
  IconLoader2,
  type Icon,
} from '@tabler/icons-react'

import { taskText } from '#lib/messages/tasks.ts'

import { StatusText, type Tone } from './status-badge.tsx'

export type ShownTaskState = keyof typeof states

const states = {
  waiting: { tone: 'busy', icon: IconClock },
  running: { tone: 'busy', icon: IconLoader2 },
  SUCCESS: { tone: 'good', icon: IconCircleCheck },
  WARNING: { tone: 'warning', icon: IconAlertTriangle },
  ERROR: { tone: 'bad', icon: IconAlertTriangle },
  TERMINATED: { tone: 'off', icon: IconBan },
  TEMPERROR: { tone: 'bad', icon: IconAlertTriangle },
  unknown: { tone: 'off', icon: IconHelpCircle },
} as const satisfies Record<string, { tone: Tone; icon: Icon }>

/** How far a task is, or how it ended. */
export function TaskStateText({ state }: { state: ShownTaskState }) {
  return <StatusText {...states[state]}>{taskText.states[state]}</StatusText>
}
