import { useId } from 'react'

import { uncorrelatedText } from '#lib/messages/uncorrelated.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'

import type { Item } from './accept.ts'
import { ItemList } from './item-list.tsx'

import classes from './item-list.module.css'

const text = uncorrelatedText.confirm

type Props = { items: Item[]; onAccept: () => void; onClose: () => void }

/** Names each account with the owner that it would get, before anything is sent. */
export function AcceptDialog({ items, onAccept, onClose }: Props) {
  const described = useId()
  const risky = items.filter(({ account }) => account.authoritative).length
  return (
    <Dialog title={text.title(items.length)} describedBy={described} onDismiss={onClose}>
      {(close, dismiss) => (
        <>
          <p id={described} className={classes.text}>
            {text.text} {risky > 0 && text.risky(risky)}
          </p>
          <ItemList label={text.list} items={items} />
          <div className={classes.buttons}>
            <Button variant="default" onClick={dismiss}>
              {text.cancel}
            </Button>
            <Button
              onClick={() => {
                close()
                onAccept()
              }}
            >
              {uncorrelatedText.bar.accept(items.length)}
            </Button>
          </div>
        </>
      )}
    </Dialog>
  )
}
