import type { TaskStatus } from '#api/client.ts'
import { changesOf, isEnded, messagesOf, stateOf, type Changes } from '#api/task.ts'
import { taskPath } from '#features/tasks/links.ts'
import { durationBetween, formatDuration } from '#lib/duration.ts'
import { sourceText } from '#lib/messages/sources.ts'
import { taskText } from '#lib/messages/tasks.ts'
import { formatCount } from '#lib/numbers.ts'
import { labelOf, undisguised } from '#lib/visible-text.ts'
import { RelativeTime } from '#ui/cells.tsx'
import { CopyButton } from '#ui/copy-button.tsx'
import { Link } from '#ui/link.tsx'
import { ProgressLine } from '#ui/progress-line.tsx'
import { TaskStateText } from '#ui/task-state.tsx'

import type { AggregationStatus } from './aggregation-queries.ts'
import { changedUrl } from './summary.ts'

import classes from './parts.module.css'

const text = sourceText.aggregation

type Props = {
  task: TaskStatus
  status: AggregationStatus | undefined
  sourceId: string
  /** When the task was read, by this clock. */
  readAt: number
}

/** One aggregation: how far it is while it runs, and what it changed once it has ended. */
export function AggregationCard({ task, status, sourceId, readAt }: Props) {
  const isOver = isEnded(task)
  const launcher = labelOf(task.launcher)
  const ms = durationBetween(task.launched, isOver ? task.completed : readAt)
  return (
    <div className={classes.card}>
      <p className={classes.line}>
        <TaskStateText state={stateOf(task)} />
        <span className={classes.dim}>
          {text.since} <RelativeTime value={task.launched ?? task.created} />
          {launcher && ` ${text.by(launcher)}`}
          {ms !== undefined &&
            `, ${isOver ? text.took(formatDuration(ms)) : text.soFar(formatDuration(ms))}`}
        </span>
      </p>
      {!isOver && <Progress task={task} status={status} />}
      <Words task={task} />
      <Counts task={task} sourceId={sourceId} />
      {!isOver && <p className={classes.dim}>{text.goesOn}</p>}
      <p className={classes.links}>
        <Link to={taskPath(task.id)}>{text.openTask}</Link>
      </p>
    </div>
  )
}

function Progress({ task, status }: Pick<Props, 'task' | 'status'>) {
  const said = labelOf(task.progress)
  const { processedAccounts = 0, totalAccounts = 0 } = status ?? {}
  const isCounted = !said && totalAccounts > 0
  return (
    <ProgressLine
      label={text.progress}
      percent={task.percentComplete}
      text={
        isCounted
          ? text.workedOn(processedAccounts, totalAccounts)
          : (said ?? (task.launched ? undefined : text.waits))
      }
    />
  )
}

/** What the tenant says of it; of one that failed, the id that its operators can look it up by. */
function Words({ task }: { task: TaskStatus }) {
  const messages = messagesOf(task.messages)
  const isFailed = ['ERROR', 'TEMPERROR'].includes(stateOf(task))
  if (messages.length === 0 && !isFailed) return null
  return (
    <div role={isFailed ? 'alert' : undefined}>
      {messages.map(({ text: words }) => (
        <p key={words} className={classes.words}>
          {undisguised(words)}
        </p>
      ))}
      {messages.length === 0 && <p className={classes.words}>{taskText.panel.failedWithout}</p>}
      {isFailed && (
        <p className={classes.task}>
          {taskText.panel.id} <code>{task.id}</code>{' '}
          <CopyButton value={task.id} what={taskText.panel.idLower} />
        </p>
      )}
    </div>
  )
}

const shown: (keyof Changes)[] = ['read', 'added', 'changed', 'removed']

function Counts({ task, sourceId }: { task: TaskStatus; sourceId: string }) {
  const changes = changesOf(task)
  const known = shown.filter((change) => changes[change] !== undefined)
  if (known.length === 0) return null
  const { added = 0, changed = 0, removed = 0 } = changes
  const addedLink = added > 0 ? changedUrl('added', sourceId, task.launched) : undefined
  const changedLink = changed > 0 ? changedUrl('changed', sourceId, task.launched) : undefined
  return (
    <>
      <dl className={classes.counts}>
        {known.map((change) => (
          <div key={change}>
            <dt>{text.counts[change]}</dt>
            <dd>{formatCount(changes[change] ?? 0)}</dd>
          </div>
        ))}
      </dl>
      {isEnded(task) && added + changed + removed === 0 && (
        <p className={classes.dim}>{text.unchanged}</p>
      )}
      {isEnded(task) && (addedLink ?? changedLink) && (
        <p className={classes.links}>
          {addedLink && <Link to={addedLink}>{text.showAdded}</Link>}
          {changedLink && <Link to={changedLink}>{text.showChanged}</Link>}
        </p>
      )}
    </>
  )
}
