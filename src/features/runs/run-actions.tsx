import { IconDownload } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from 'react-router'

import { consoleApi, ok } from '#api/client.ts'
import { download } from '#api/download.ts'
import { queryClient } from '#api/query-client.ts'
import { runText as text } from '#lib/messages/runs.ts'
import { Button } from '#ui/button.tsx'
import { confirm } from '#ui/confirm.tsx'

import type { ItemSearch } from './item-search.ts'
import { planPath } from './links.ts'
import { runKeys, runQuery } from './queries.ts'
import { tellFailure } from './tell-failure.ts'
import type { Run } from './types.ts'

import classes from './parts.module.css'

type Retried = 'failed' | 'notConfirmed' | 'notSent'
type Wish = { kind: 'pause' | 'resume' | 'cancel' } | { kind: 'retry'; states: Retried[] }

async function tell(id: string, wish: Wish): Promise<Run> {
  const params = { path: { id } }
  switch (wish.kind) {
    case 'pause':
      return (await ok(consoleApi.POST('/runs/{id}/pause', { params }))).data
    case 'resume':
      return (await ok(consoleApi.POST('/runs/{id}/resume', { params }))).data
    case 'cancel':
      return (await ok(consoleApi.POST('/runs/{id}/cancel', { params }))).data
    case 'retry': {
      const body = { states: wish.states }
      return (await ok(consoleApi.POST('/runs/{id}/retry', { params, body }))).data
    }
  }
}

/** What can be asked of the run now; the server says what that is. */
export function RunActions({ run, search }: { run: Run; search: ItemSearch }) {
  const { id, can, counts } = run
  const navigate = useNavigate()
  const told = useMutation({
    networkMode: 'always',
    mutationFn: (wish: Wish) => tell(id, wish),
    onSuccess: (after) => {
      queryClient.setQueryData(runQuery(id).queryKey, after)
      void queryClient.invalidateQueries({ queryKey: runKeys.items(id) })
      void queryClient.invalidateQueries({ queryKey: runKeys.lists() })
    },
    onError: tellFailure,
  })
  const undo = useMutation({
    networkMode: 'always',
    mutationFn: async () =>
      (await ok(consoleApi.POST('/runs/{id}/undo', { params: { path: { id } } }))).data,
    onSuccess: (plan) => void navigate(planPath(plan.id)),
    onError: tellFailure,
  })
  const file = useMutation({
    networkMode: 'always',
    mutationFn: (url: string) => download(url, `run-${run.number}.csv`),
    onError: tellFailure,
  })
  const isBusy = told.isPending || undo.isPending
  const ask = (wish: Wish) => isBusy || told.mutate(wish)
  async function cancel() {
    if (await confirm({ ...text.cancelQuestion(counts.planned), isDestructive: true })) {
      ask({ kind: 'cancel' })
    }
  }
  const failed = counts.failed + counts.notConfirmed
  const states = (['failed', 'notConfirmed'] as const).filter((state) => counts[state] > 0)
  const busy = { 'aria-disabled': isBusy || undefined }
  return (
    <div className={classes.actions}>
      {can.includes('pause') && (
        <Button variant="default" {...busy} onClick={() => ask({ kind: 'pause' })}>
          {text.pause}
        </Button>
      )}
      {can.includes('resume') && (
        <Button {...busy} onClick={() => ask({ kind: 'resume' })}>
          {text.resume}
        </Button>
      )}
      {can.includes('cancel') && (
        <Button variant="default" {...busy} onClick={() => void cancel()}>
          {text.cancel}
        </Button>
      )}
      {can.includes('retry') && failed > 0 && (
        <Button variant="default" {...busy} onClick={() => ask({ kind: 'retry', states })}>
          {text.retry(failed)}
        </Button>
      )}
      {can.includes('retry') && counts.notSent > 0 && (
        <Button
          variant="default"
          {...busy}
          onClick={() => ask({ kind: 'retry', states: ['notSent'] })}
        >
          {text.sendRest(counts.notSent)}
        </Button>
      )}
      {can.includes('undo') && (
        <Button variant="default" {...busy} onClick={() => isBusy || undo.mutate()}>
          {text.undo}
        </Button>
      )}
      <Button
        variant="default"
        leftSection={<IconDownload size={16} stroke={1.75} aria-hidden />}
        onClick={() => file.mutate(exportUrl(id, search))}
      >
        {text.export}
      </Button>
    </div>
  )
}

/** What is on screen, all of it. */
function exportUrl(id: string, { q, only }: ItemSearch): string {
  const query = new URLSearchParams({ ...(q && { q }), ...(only && { states: only }) })
  return `/api/console/runs/${encodeURIComponent(id)}/export?${query}`
}
