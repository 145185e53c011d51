import { searchText } from '#lib/messages/search.ts'

import classes from './palette.module.css'

const keys = [
  { keys: '↑ ↓', does: searchText.hints.move },
  { keys: 'Enter', does: searchText.hints.open },
  { keys: 'Esc', does: searchText.hints.close },
]

/** The keys of the palette, for who has a keyboard. */
export function Hints() {
  return (
    <p className={classes.hints}>
      {keys.map(({ keys: names, does }) => (
        <span key={does}>
          <kbd className={classes.key}>{names}</kbd> {does}
        </span>
      ))}
    </p>
  )
}
