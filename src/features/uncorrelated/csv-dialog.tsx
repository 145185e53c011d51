import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { uncorrelatedText } from '#lib/messages/uncorrelated.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { SkeletonLines } from '#ui/empty-state.tsx'

import type { Item } from './accept.ts'
import { lookUp } from './csv-lookup.ts'
import { planOf, type Line, type Plan } from './csv-plan.ts'
import { parseCsv } from './csv.ts'
import { ItemList } from './item-list.tsx'
import { ScrollBox } from './scroll-box.tsx'

import classes from './item-list.module.css'

const text = uncorrelatedText.csv

type Props = { file: File; onCorrelate: (items: Item[]) => void; onClose: () => void }

/** What a file would do, row by row. Nothing is sent before the button that says so. */
export function CsvDialog({ file, onCorrelate, onClose }: Props) {
  const [progress, setProgress] = useState<[number, number]>([0, 0])
  const { data: plan, error } = useQuery({
    queryKey: ['uncorrelated', 'file', file.name, file.size, file.lastModified],
    queryFn: async () => {
      const rows = await parseCsv(await file.text())
      const found = await lookUp(rows, (done) => setProgress([done, rows.length]))
      return planOf(rows, found.accounts, found.owners)
    },
    // Always of what is so now: the same file may mean something else a moment later.
    gcTime: 0,
    staleTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
    throwOnError: false,
    meta: { quiet: true },
  })
  const items = plan?.change.map(({ item }) => item) ?? []
  return (
    <Dialog title={text.title} onDismiss={onClose}>
      {(close, dismiss) => (
        <>
          {error && (
            <div role="alert">
              <p className={classes.problem}>{text.failed}</p>
              <p className={classes.text}>{error.message}</p>
            </div>
          )}
          {!plan && !error && (
            <>
              <p role="status" className={classes.text}>
                {text.reading(...progress)}
              </p>
              <SkeletonLines lines={3} />
            </>
          )}
          {plan && <PlanLists plan={plan} />}
          <div className={classes.buttons}>
            <Button variant="default" onClick={dismiss}>
              {items.length > 0 ? text.cancel : text.close}
            </Button>
            {items.length > 0 && (
              <Button
                onClick={() => {
                  close()
                  onCorrelate(items)
                }}
              >
                {text.correlate(items.length)}
              </Button>
            )}
          </div>
        </>
      )}
    </Dialog>
  )
}

function PlanLists({ plan }: { plan: Plan }) {
  const { change, already, blocked, leftOut } = plan
  return (
    <>
      {change.length > 0 ? (
        <>
          <h3 className={classes.heading}>{text.change(change.length)}</h3>
          <ItemList label={text.change(change.length)} items={change.map(({ item }) => item)} />
        </>
      ) : (
        <p className={classes.text}>{text.nothing}</p>
      )}
      <Lines title={text.blocked(blocked.length)} lines={blocked} />
      <Lines title={text.already(already.length)} lines={already} />
      {leftOut > 0 && <p className={classes.text}>{text.leftOut(leftOut)}</p>}
    </>
  )
}

function Lines({ title, lines }: { title: string; lines: (Line & { why?: string })[] }) {
  if (lines.length === 0) return null
  return (
    <>
      <h3 className={classes.heading}>{title}</h3>
      <ScrollBox label={title}>
        {lines.map(({ line, account, userName, why }) => (
          <li key={line} className={classes.item}>
            <span>
              <span className={classes.dim}>{text.line(line)}</span> {account}{' '}
              <span className={classes.dim}>{userName}</span>
            </span>
            {why && <span>{why}</span>}
          </li>
        ))}
      </ScrollBox>
    </>
  )
}
