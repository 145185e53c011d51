import { useState } from 'react'

import { t } from '#lib/messages.ts'
import { accountText } from '#lib/messages/account.ts'
import { undisguised } from '#lib/visible-text.ts'
import { RelativeTime } from '#ui/cells.tsx'

import type { AttributeValue } from './attribute-value.ts'

import classes from './parts.module.css'

const text = accountText.attributes

/** More than this is folded, so that one long value does not push all others off the screen. */
const longText = 240
const manyItems = 8

export function AttributeText({ value }: { value: AttributeValue }) {
  switch (value.is) {
    case 'not-set':
      return <span className={classes.dim}>{t.accounts.notSet}</span>
    case 'secret':
      return <span className={classes.dim}>{text.secret}</span>
    case 'flag':
      return value.yes ? t.yes : t.no
    case 'time':
      return <RelativeTime value={value.iso} />
    case 'list':
      return <Items items={value.items} />
    case 'object':
      return <pre className={classes.raw}>{undisguised(value.json)}</pre>
    case 'text':
      return value.text === '' ? (
        <span className={classes.dim}>{text.empty}</span>
      ) : (
        <LongText>{value.text}</LongText>
      )
  }
}

function LongText({ children }: { children: string }) {
  const [isWhole, setIsWhole] = useState(false)
  if (children.length <= longText) return undisguised(children)
  return (
    <>
      {undisguised(isWhole ? children : `${children.slice(0, longText)}…`)}{' '}
      <button type="button" className={classes.more} onClick={() => setIsWhole(!isWhole)}>
        {isWhole ? text.showLess : text.showAll}
      </button>
    </>
  )
}

function Items({ items }: { items: string[] }) {
  const [isWhole, setIsWhole] = useState(false)
  if (items.length === 0) return <span className={classes.dim}>{t.none}</span>
  const shown = isWhole ? items : items.slice(0, manyItems)
  return (
    <>
      <ul className={classes.items}>
        {shown.map((item, index) => (
          // A source may give the same value twice, so its place is its key.
          <li key={index}>
            <LongText>{item}</LongText>
          </li>
        ))}
      </ul>
      {items.length > manyItems && (
        <button type="button" className={classes.more} onClick={() => setIsWhole(!isWhole)}>
          {isWhole ? text.showLess : text.moreValues(items.length - manyItems)}
        </button>
      )}
    </>
  )
}
