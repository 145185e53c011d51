import { IconFingerprint, IconLink } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useLocation, useNavigate, useParams, type LoaderFunctionArgs } from 'react-router'

import { ApiError } from '#api/errors.ts'
import { explain } from '#api/explain.ts'
import { queryClient } from '#api/query-client.ts'
import { copyText } from '#lib/copy-text.ts'
import { t } from '#lib/messages.ts'
import { taskText } from '#lib/messages/tasks.ts'
import { SkeletonLines } from '#ui/empty-state.tsx'
import { ErrorPanel } from '#ui/error-panel.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { announce } from '#ui/live-region.tsx'
import { SidePanel } from '#ui/side-panel.tsx'

import { nameOf } from './names.ts'
import { taskQuery } from './queries.ts'
import { TaskBody } from './task-body.tsx'

import classes from './task-panel.module.css'

const text = taskText.panel

export function loader({ params }: LoaderFunctionArgs) {
  // The panel shows what fails, and the list beside it stays.
  if (params.taskId) queryClient.query(taskQuery(params.taskId)).catch(() => {})
  return null
}

/** One task, beside the list of them. */
export function Component() {
  const { taskId = '' } = useParams()
  const { search } = useLocation()
  const navigate = useNavigate()
  const task = useQuery(taskQuery(taskId))
  const isGone = task.error instanceof ApiError && task.error.status === 404
  const name = task.data ? nameOf(task.data) : task.error ? text.title : t.loading
  const close = useCallback(
    () => void navigate({ pathname: '..', search }, { preventScrollReset: true }),
    [navigate, search],
  )
  return (
    <SidePanel
      label={text.label(name)}
      id={taskId}
      title={name}
      actions={<CopyActions id={taskId} />}
      onClose={close}
    >
      {isGone ? (
        <ErrorPanel problem={{ kind: 'not-found', title: text.gone, why: text.goneText }} />
      ) : task.data ? (
        <>
          {task.error && (
            <p className={classes.outdated} role="status">
              {text.outdated(explain(task.error).why)}
            </p>
          )}
          <TaskBody task={task.data} readAt={task.dataUpdatedAt} />
        </>
      ) : task.error ? (
        <ErrorPanel problem={explain(task.error)} onRetry={() => void task.refetch()} />
      ) : (
        <SkeletonLines />
      )}
    </SidePanel>
  )
}

function CopyActions({ id }: { id: string }) {
  async function copy(value: string) {
    announce((await copyText(value)) ? t.copied : t.copyFailed)
  }
  return (
    <>
      <IconButton
        label={t.copyValue(text.idLower)}
        icon={IconFingerprint}
        onClick={() => void copy(id)}
      />
      <IconButton label={text.copyLink} icon={IconLink} onClick={() => void copy(location.href)} />
    </>
  )
}
