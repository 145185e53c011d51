import { useQuery } from '@tanstack/react-query'
import { useEffect, useId, useRef } from 'react'

import type { Source } from '#api/client.ts'
import { t } from '#lib/messages.ts'
import { sourceText } from '#lib/messages/sources.ts'
import { Button } from '#ui/button.tsx'
import { SkeletonLines } from '#ui/empty-state.tsx'
import { FileButton } from '#ui/file-button.tsx'
import { announce } from '#ui/live-region.tsx'

import { sourceName } from './columns.tsx'
import { checkCsv, type CsvCheck, type Expected } from './csv-check.ts'
import { CsvFindings } from './csv-findings.tsx'
import { readStart, START_BYTES } from './csv-start.ts'
import { CsvTable } from './csv-table.tsx'

import classes from './csv-preview.module.css'
import parts from './parts.module.css'

const text = sourceText.upload

type Props = {
  file: File
  source: Source
  /** Undefined while the schema is on its way. */
  expected: Expected | undefined
  /** Why the columns cannot be held against the schema. */
  noSchema: string | undefined
  /** Why nothing may be sent now, whatever the file is. */
  blocked: string | undefined
  onSend: () => void
  onChoose: (file: File | undefined) => void
}

/** What is in a file and what is wrong with it, before anything is sent. */
export function CsvPreview(props: Props) {
  const { file, expected } = props
  const heading = useRef<HTMLHeadingElement>(null)
  const { data: check, error } = useQuery({
    queryKey: ['source-file', file.name, file.size, file.lastModified, expected],
    queryFn: async (): Promise<CsvCheck> => {
      const found = await checkCsv(await readStart(file), expected ?? anyFile)
      announce(found.problems[0] ?? text.preview(found.rows.length))
      return found
    },
    enabled: expected !== undefined,
    // Always of what the file is now: the same name may hold something else a moment later.
    gcTime: 0,
    staleTime: Infinity,
    retry: false,
    throwOnError: false,
    meta: { quiet: true },
  })
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  return (
    <div className={parts.card}>
      <h3 ref={heading} tabIndex={-1} className={classes.file}>
        <span className={classes.name}>{file.name}</span>{' '}
        <span className={parts.dim}>
          {text.size(file.size)}
          {check?.rowCount !== undefined && `, ${text.rows(check.rowCount)}`}
        </span>
      </h3>
      {error && (
        <p role="alert" className={parts.words}>
          {text.unreadable(error.message)}
        </p>
      )}
      {!check && !error && (
        <>
          <p className={parts.dim} role="status">
            {text.reading(file.name)}
          </p>
          <SkeletonLines lines={3} />
        </>
      )}
      {check && <Found {...props} check={check} />}
      {error && <Buttons {...props} reason={text.blocked} />}
    </div>
  )
}

const anyFile: Expected = { identityAttribute: undefined, attributes: undefined, delimiter: ',' }

function Found({ check, ...props }: Props & { check: CsvCheck }) {
  const { source, noSchema, blocked } = props
  const isUsable = check.problems.length === 0
  return (
    <>
      <CsvFindings title={text.blocked} findings={check.problems} isBlocking />
      <CsvFindings
        title={text.warnings}
        findings={[...(noSchema ? [text.noSchema(noSchema)] : []), ...check.warnings]}
      />
      {check.columns.length > 0 && <CsvTable check={check} />}
      {isUsable && check.rowCount === undefined && (
        <p className={parts.dim}>{text.checkedStart(text.size(START_BYTES))}</p>
      )}
      {isUsable && (
        <p className={classes.what}>
          {text.replaces(sourceName(source))}{' '}
          {(source.deleteThreshold ?? 0) > 0 && text.threshold(source.deleteThreshold ?? 0)}
        </p>
      )}
      <Buttons
        {...props}
        rowCount={check.rowCount}
        reason={isUsable ? blocked : text.blocked}
        isReasonShown={isUsable}
      />
    </>
  )
}

type ButtonsProps = Pick<Props, 'onSend' | 'onChoose'> & {
  rowCount?: number | undefined
  reason: string | undefined
  isReasonShown?: boolean
}

function Buttons({ rowCount, reason, isReasonShown, onSend, onChoose }: ButtonsProps) {
  const reasonId = useId()
  return (
    <>
      <div className={parts.buttons}>
        <Button
          // Not `disabled`: the keyboard has to reach the reason.
          aria-disabled={reason !== undefined || undefined}
          aria-describedby={reason === undefined ? undefined : reasonId}
          onClick={() => {
            if (reason === undefined) onSend()
          }}
        >
          {rowCount ? text.buttonRows(rowCount) : text.button}
        </Button>
        <FileButton label={text.another} what={text.input} onChoose={onChoose} />
        <Button variant="subtle" onClick={() => onChoose(undefined)}>
          {t.cancel}
        </Button>
      </div>
      {reason !== undefined && (
        <p id={reasonId} className={classes.reason} hidden={!isReasonShown}>
          {reason}
        </p>
      )}
    </>
  )
}
