import { useState } from 'react'

import { exactTime, relativeTime } from '#lib/dates.ts'
import { t } from '#lib/messages.ts'
import { accountText } from '#lib/messages/account.ts'
import { undisguised } from '#lib/visible-text.ts'
import { useNow } from '#ui/use-now.ts'

import type { AttributeValue } from './attribute-value.ts'

import classes from './parts.module.css'

const text = accountText.attributes

/** More than this is folded, so that one long value does not push all others off the screen. */
const longText = 240
const longObject = 600
const firstItems = 8
const moreItems = 100

export function AttributeText({ value }: { value: AttributeValue }) {
  switch (value.is) {
    case 'not-set':
      return <span className={classes.dim}>{t.accounts.notSet}</span>
    case 'secret':
      return <Secret>{value.text}</Secret>
    case 'flag':
      return value.yes ? t.yes : t.no
    case 'time':
      return <Time {...value} />
    case 'never':
      return (
        <>
          {text.never}
          <Raw raw={value.raw} form={text.forms.filetime} />
        </>
      )
    case 'list':
      return <Items items={value.items} />
    case 'object':
      return <LongText longest={longObject}>{value.json}</LongText>
    case 'text':
      return value.text === '' ? (
        <span className={classes.dim}>{text.empty}</span>
      ) : (
        <LongText>{value.text}</LongText>
      )
  }
}

type Written = Extract<AttributeValue, { is: 'time' }>

/** Readable, and as the source wrote it below: who compares with the source needs that. */
function Time({ iso, raw, written }: Written) {
  const now = useNow()
  const time = new Date(iso)
  return (
    <>
      <time dateTime={iso}>
        {exactTime(time)} <span className={classes.ago}>{relativeTime(time, now)}</span>
      </time>
      <Raw raw={raw} form={text.forms[written]} />
    </>
  )
}

function Raw({ raw, form }: { raw: string; form: string }) {
  return (
    <span className={classes.rawValue}>
      <code>{undisguised(raw)}</code> {form}
    </span>
  )
}

function Secret({ children }: { children: string }) {
  const [isShown, setIsShown] = useState(false)
  return (
    <>
      {isShown ? (
        <span className={classes.secret}>{undisguised(children)}</span>
      ) : (
        <span className={classes.dim}>{text.secret}</span>
      )}{' '}
      <button
        type="button"
        className={classes.more}
        aria-pressed={isShown}
        onClick={() => setIsShown(!isShown)}
      >
        {isShown ? text.hideSecret : text.showSecret}
      </button>
    </>
  )
}

function LongText({ children, longest = longText }: { children: string; longest?: number }) {
  const [isWhole, setIsWhole] = useState(false)
  if (children.length <= longest) return undisguised(children)
  return (
    <>
      {undisguised(isWhole ? children : `${startOf(children, longest)}…`)}{' '}
      <button
        type="button"
        className={classes.more}
        aria-expanded={isWhole}
        onClick={() => setIsWhole(!isWhole)}
      >
        {isWhole ? text.showLess : text.showAll(children.length)}
      </button>
    </>
  )
}

/** Some characters are two of JavaScript's units: half of one is no text. */
const startOf = (whole: string, length: number) =>
  whole.slice(0, length).replace(/[\uD800-\uDBFF]$/, '')

function Items({ items }: { items: string[] }) {
  const [most, setMost] = useState(firstItems)
  if (items.length === 0) return <span className={classes.dim}>{t.none}</span>
  const left = items.length - most
  return (
    <>
      <ul className={classes.items}>
        {items.slice(0, most).map((item, index) => (
          // A source may give the same value twice, so its place is its key.
          <li key={index}>
            <LongText>{item}</LongText>
          </li>
        ))}
      </ul>
      {items.length > firstItems && (
        <button
          type="button"
          className={classes.more}
          onClick={() => setMost(left > 0 ? most + moreItems : firstItems)}
        >
          {left > 0 ? text.moreValues(Math.min(left, moreItems)) : text.showLess}
        </button>
      )}
    </>
  )
}
