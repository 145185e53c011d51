import type { ReactNode } from 'react'

import type { TaskStatus } from '#api/client.ts'
import { isAggregation, isEnded, resultsOf, stateOf } from '#api/task.ts'
import { durationBetween, formatDuration } from '#lib/duration.ts'
import { taskText } from '#lib/messages/tasks.ts'
import { formatCount } from '#lib/numbers.ts'
import { labelOf } from '#lib/visible-text.ts'
import { MonoId, NoValue, RelativeTime } from '#ui/cells.tsx'
import { Fact, Facts } from '#ui/facts.tsx'
import { Link } from '#ui/link.tsx'
import { ProgressLine } from '#ui/progress-line.tsx'
import { TaskStateText } from '#ui/task-state.tsx'

import { TargetLink } from './columns.tsx'
import { tasksUrl } from './links.ts'
import { TaskMessages } from './task-messages.tsx'

import classes from './task-panel.module.css'

const text = taskText.panel

/** How it ended or how far it is, what the tenant says of it, and its facts. */
export function TaskBody({ task, readAt }: { task: TaskStatus; readAt: number }) {
  const state = stateOf(task)
  return (
    <>
      <div className={classes.state}>
        <TaskStateText state={state} />
        {!isEnded(task) && (
          <ProgressLine
            label={text.progress}
            percent={task.percentComplete}
            text={labelOf(task.progress)}
          />
        )}
      </div>
      <TaskMessages task={task} />
      <Results task={task} />
      <TaskFacts task={task} readAt={readAt} />
      {isAggregation(task) && task.target?.id && (
        <p className={classes.more}>
          <Link to={tasksUrl(task.target.id)}>{text.ofSource}</Link>
        </p>
      )}
    </>
  )
}

function Results({ task }: { task: TaskStatus }) {
  const results = resultsOf(task)
  if (results.length === 0) return null
  return (
    <section className={classes.part} aria-label={text.results}>
      <h3 className={classes.heading}>{text.results}</h3>
      <Facts>
        {results.map(({ name, value }) => (
          <Fact key={name} name={name}>
            {/^\d+$/.test(value) ? formatCount(Number(value)) : value}
          </Fact>
        ))}
      </Facts>
    </section>
  )
}

function TaskFacts({ task, readAt }: { task: TaskStatus; readAt: number }) {
  const { description, launcher, created, launched, completed, parentName, type } = task
  return (
    <Facts className={classes.facts}>
      <Fact name={text.target}>
        <TargetLink task={task} />
      </Fact>
      <Fact name={text.launcher}>{labelOf(launcher) ?? <NoValue />}</Fact>
      <Fact name={text.created}>
        <RelativeTime value={created} />
      </Fact>
      <Fact name={text.launched}>{launched ? <RelativeTime value={launched} /> : text.notYet}</Fact>
      <Fact name={text.completed}>
        {completed ? <RelativeTime value={completed} /> : text.notYet}
      </Fact>
      <Fact name={text.duration}>{durationOf(task, readAt)}</Fact>
      {labelOf(description) && <Fact name={text.description}>{labelOf(description)}</Fact>}
      {labelOf(parentName) && <Fact name={text.parent}>{labelOf(parentName)}</Fact>}
      <Fact name={text.type}>{type}</Fact>
      <Fact name={text.id}>
        <MonoId value={task.id} what={text.idLower} />
      </Fact>
    </Facts>
  )
}

function durationOf(task: TaskStatus, readAt: number): ReactNode {
  const ms = durationBetween(task.launched, isEnded(task) ? task.completed : readAt)
  if (ms === undefined) return <NoValue />
  return isEnded(task) ? formatDuration(ms) : text.soFar(formatDuration(ms))
}
