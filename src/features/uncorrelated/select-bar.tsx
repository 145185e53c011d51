import { uncorrelatedText } from '#lib/messages/uncorrelated.ts'
import { Button } from '#ui/button.tsx'

import classes from './uncorrelated-page.module.css'

const text = uncorrelatedText.bar

type Props = { count: number; onAccept: () => void; onNone: () => void }

export function SelectBar({ count, onAccept, onNone }: Props) {
  return (
    <section className={classes.bar} aria-label={text.label}>
      <Button onClick={onAccept} aria-haspopup="dialog">
        {text.accept(count)}
      </Button>
      <Button variant="subtle" onClick={onNone}>
        {text.none}
      </Button>
    </section>
  )
}
