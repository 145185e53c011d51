import { IconAlertTriangle, IconInfoCircle, type Icon } from '@tabler/icons-react'

import type { TaskStatus } from '#api/client.ts'
import { isEnded, messagesOf, stateOf, type TaskLevel } from '#api/task.ts'
import { taskText } from '#lib/messages/tasks.ts'
import { undisguised } from '#lib/visible-text.ts'
import { Hidden } from '#ui/hidden.tsx'

import classes from './task-panel.module.css'

const text = taskText.panel

const icons: Record<TaskLevel, Icon> = {
  ERROR: IconAlertTriangle,
  WARN: IconAlertTriangle,
  INFO: IconInfoCircle,
}

/** What the tenant says, as sentences and not as the object that they came in. */
export function TaskMessages({ task }: { task: TaskStatus }) {
  const messages = messagesOf(task.messages)
  const isFailed = ['ERROR', 'TEMPERROR'].includes(stateOf(task))
  if (messages.length === 0 && !isEnded(task)) return null
  return (
    <section className={classes.part} aria-label={text.messages}>
      <h3 className={classes.heading}>{text.messages}</h3>
      {messages.length === 0 && (
        <p className={classes.none}>{isFailed ? text.failedWithout : text.noMessages}</p>
      )}
      <ul className={classes.messages}>
        {messages.map(({ level, text: words }) => {
          const LevelIcon = icons[level]
          return (
            <li key={words} className={classes.message} data-level={level}>
              <LevelIcon size={16} stroke={1.75} aria-hidden />
              <span>
                <Hidden>{taskText.levels[level]}: </Hidden>
                {undisguised(words)}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
