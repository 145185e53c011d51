import { uncorrelatedText } from '#lib/messages/uncorrelated.ts'
import { Hidden } from '#ui/hidden.tsx'

import classes from './score.module.css'

/** How sure a suggestion is, as a number and a bar. */
export function Score({ score, isClear = false }: { score: number; isClear?: boolean }) {
  return (
    <span className={classes.score} data-clear={isClear || undefined}>
      <Hidden>{uncorrelatedText.score(score)}</Hidden>
      <span className={classes.number} aria-hidden>
        {score}
      </span>
      {/* The page's policy forbids style attributes; those of a drawing are not styles. */}
      <svg className={classes.bar} aria-hidden>
        <rect className={classes.rest} width="100%" height="100%" rx="2" />
        <rect className={classes.fill} width={`${score}%`} height="100%" rx="2" />
      </svg>
    </span>
  )
}
