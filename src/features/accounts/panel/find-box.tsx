import { Hidden } from '#ui/hidden.tsx'

import classes from './parts.module.css'

type Props = { label: string; value: string; onChange: (text: string) => void; count: string }

/** Finds in what is already here, so it needs neither the URL nor a pause in typing. */
export function FindBox({ label, value, onChange, count }: Props) {
  return (
    <div className={classes.find}>
      <input
        type="search"
        className={classes.input}
        aria-label={label}
        placeholder={label}
        value={value}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || !value) return
          // Empties the box; an empty one lets the key close the panel.
          event.preventDefault()
          onChange('')
        }}
      />
      <span className={classes.count} aria-hidden>
        {count}
      </span>
      <output>
        <Hidden>{value && count}</Hidden>
      </output>
    </div>
  )
}
