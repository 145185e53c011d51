import { IconX } from '@tabler/icons-react'

import type { Source, TaskStatus } from '#api/client.ts'
import { explain } from '#api/explain.ts'
import { AGGREGATION, stateOf } from '#api/task.ts'
import { taskPath, tasksUrl } from '#features/tasks/links.ts'
import { sourceText } from '#lib/messages/sources.ts'
import { RelativeTime } from '#ui/cells.tsx'
import { SkeletonLines } from '#ui/empty-state.tsx'
import { ErrorPanel } from '#ui/error-panel.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { Link } from '#ui/link.tsx'
import { Notice } from '#ui/notice.tsx'
import { TaskStateText } from '#ui/task-state.tsx'

import { AggregationCard } from './aggregation-card.tsx'
import { isLost } from './aggregation-queries.ts'
import { sourceName } from './columns.tsx'
import { forgetLoad, type Load } from './load-store.ts'
import { summaryOf } from './summary.ts'
import { useAggregation } from './use-aggregation.ts'

import classes from './parts.module.css'

const text = sourceText.aggregation

/** The aggregation that runs or ran last, what became of the last try, and those before it. */
export function AggregationPart({ source }: { source: Source }) {
  const name = sourceName(source)
  const { load, recent, watched, task, status, earlier } = useAggregation({ id: source.id, name })
  const isGone = isLost(watched?.error)
  return (
    <section aria-labelledby="aggregation-title">
      <h2 id="aggregation-title" className={classes.title}>
        {text.title}
      </h2>
      <LoadNotice load={load} onHide={() => forgetLoad(source.id)} />
      {isGone && <Notice>{text.lost}</Notice>}
      {watched?.error && !isGone && <Notice>{text.unread(explain(watched.error).why)}</Notice>}
      {task ? (
        <AggregationCard
          task={task}
          status={status}
          sourceId={source.id}
          readAt={watched?.dataUpdatedAt ?? recent.dataUpdatedAt}
        />
      ) : recent.error ? (
        <ErrorPanel problem={explain(recent.error)} onRetry={() => void recent.refetch()} />
      ) : recent.data ? (
        <p className={classes.note}>{text.never}</p>
      ) : (
        <SkeletonLines lines={3} />
      )}
      {earlier.length > 0 && <Earlier sourceId={source.id} tasks={earlier} />}
    </section>
  )
}

/** Why the last aggregation that was asked for did not begin. An upload tells of its own. */
function LoadNotice({ load, onHide }: { load: Load | undefined; onHide: () => void }) {
  if (load?.is === 'already') {
    return (
      <Notice tone="info">
        <p>
          <strong>{text.already}.</strong> {load.words} {text.alreadyText}{' '}
          {load.file && text.alreadyFile(load.file.name)}
        </p>
        <IconButton label={text.hide} icon={IconX} onClick={onHide} />
      </Notice>
    )
  }
  if (load?.is !== 'refused' || load.file) return null
  return <ErrorPanel problem={{ ...explain(load.error), title: text.notStarted }} />
}

function Earlier({ sourceId, tasks }: { sourceId: string; tasks: TaskStatus[] }) {
  return (
    <>
      <h3 className={classes.title}>{text.recent}</h3>
      <ul className={classes.list}>
        {tasks.map((task) => (
          <li key={task.id} className={classes.item}>
            <TaskStateText state={stateOf(task)} />
            <Link to={taskPath(task.id)}>
              <RelativeTime value={task.launched ?? task.created} />
            </Link>
            <span className={classes.dim}>{summaryOf(task)}</span>
          </li>
        ))}
      </ul>
      <p className={classes.note}>
        <Link to={tasksUrl(sourceId, AGGREGATION)}>{text.all}</Link>
      </p>
    </>
  )
}
