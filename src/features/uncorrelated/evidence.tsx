import { IconAlertTriangle, IconCheck, IconEqual } from '@tabler/icons-react'

import { uncorrelatedText } from '#lib/messages/uncorrelated.ts'
import { oneLine } from '#lib/visible-text.ts'
import { Hidden } from '#ui/hidden.tsx'

import { ownerName } from './names.ts'
import type { Evidence, Suggestion } from './queries.ts'

import classes from './evidence.module.css'

const text = uncorrelatedText.evidence

/** Why the identity is suggested; each reason is whole where it is heard alone. */
export function EvidenceList({ suggestion }: { suggestion: Suggestion }) {
  return (
    <ul className={classes.list} aria-label={text.label(ownerName(suggestion.identity))}>
      {suggestion.evidence.map((evidence) => (
        <Reason key={`${evidence.kind} ${evidence.similarity}`} evidence={evidence} />
      ))}
    </ul>
  )
}

function Reason({ evidence }: { evidence: Evidence }) {
  const { kind, account, identity, similarity } = evidence
  const isAgainst = similarity === 0
  const isEqual = similarity === 1
  const ReasonIcon = isAgainst ? IconAlertTriangle : isEqual ? IconCheck : IconEqual
  const isWritten = account.toLowerCase() === identity.toLowerCase()
  const percent = Math.round(similarity * 100)
  return (
    <li className={classes.reason} data-against={isAgainst || undefined}>
      <ReasonIcon size={14} stroke={1.75} aria-hidden />
      <span className={classes.kind}>{text.kinds[kind]}</span>{' '}
      <span className={classes.value} title={account}>
        {oneLine(account)}
      </span>{' '}
      {isEqual && isWritten && <Hidden>{text.equal}</Hidden>}
      {isEqual && !isWritten && <Hidden>{`${text.equal}, ${text.of(oneLine(identity))}`}</Hidden>}
      {isAgainst && <span className={classes.other}>{text.differs(oneLine(identity))}</span>}
      {!isEqual && !isAgainst && (
        <span className={classes.other}>
          {kind === 'name' ? text.alike(percent) : text.almost(oneLine(identity))}
          {kind === 'name' && <Hidden>{`, ${text.of(oneLine(identity))}`}</Hidden>}
        </span>
      )}
    </li>
  )
}
