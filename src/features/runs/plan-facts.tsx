import { runText } from '#lib/messages/runs.ts'
import { labelOf } from '#lib/visible-text.ts'
import { Notice } from '#ui/notice.tsx'

import type { Plan } from './types.ts'

import classes from './parts.module.css'

const text = runText.plan

/** What is to be known of the selection before it is confirmed. */
export function PlanFacts({ plan: { drift, sources } }: { plan: Plan }) {
  const { expected, found, gone, changed } = drift
  const said = [
    expected !== null && expected !== found + gone && text.drift.fewer(expected, found),
    gone > 0 && text.drift.gone(gone),
    changed > 0 && text.drift.changed(changed),
  ].filter((each) => each !== false)
  return (
    <>
      {said.length > 0 && (
        <Notice>
          {said.map((each) => (
            <p key={each}>{each}</p>
          ))}
        </Notice>
      )}
      {sources.length > 0 && (
        <p className={classes.facts}>
          <span className={classes.factLabel}>{text.sources}</span>
          {sources.map(({ name, count }) => (
            <span key={name} className={classes.fact}>
              {runText.some(labelOf(name) ?? name, count)}
            </span>
          ))}
        </p>
      )}
    </>
  )
}
