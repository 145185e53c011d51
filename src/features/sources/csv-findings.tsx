import { IconAlertTriangle, IconBan } from '@tabler/icons-react'

import { undisguised } from '#lib/visible-text.ts'

import classes from './csv-preview.module.css'

type Props = {
  title: string
  findings: string[]
  /** Nothing is sent before they are put right. */
  isBlocking?: boolean
}

/** What is wrong with a file, or may be. */
export function CsvFindings({ title, findings, isBlocking }: Props) {
  if (findings.length === 0) return null
  const FindingIcon = isBlocking ? IconBan : IconAlertTriangle
  return (
    <div
      className={classes.findings}
      data-blocking={isBlocking || undefined}
      role={isBlocking ? 'alert' : undefined}
    >
      <FindingIcon size={16} stroke={1.75} aria-hidden />
      <div>
        <h4 className={classes.title}>{title}</h4>
        <ul className={classes.list}>
          {findings.map((finding) => (
            <li key={finding}>{undisguised(finding)}</li>
          ))}
        </ul>
      </div>
    </div>
  )
}
