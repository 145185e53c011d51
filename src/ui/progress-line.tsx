import classes from './progress-line.module.css'

type Props = {
  label: string
  /** Undefined or 0 while nobody knows how far it is. */
  percent: number | undefined
  /** In words; a bar alone says too little. */
  text?: string | undefined
}

/** How far something is that takes a while. */
export function ProgressLine({ label, percent, text }: Props) {
  const isKnown = percent !== undefined && percent > 0
  return (
    <div className={classes.line}>
      <progress
        className={classes.bar}
        aria-label={label}
        aria-valuetext={text}
        max={100}
        {...(isKnown && { value: percent })}
      />
      <span className={classes.text}>
        {isKnown && <span className={classes.percent}>{Math.floor(percent)} %</span>}
        {text}
      </span>
    </div>
  )
}
