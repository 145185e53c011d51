import { useState } from 'react'

import { accountText } from '#lib/messages/account.ts'
import { oneLine } from '#lib/visible-text.ts'
import { CopyButton } from '#ui/copy-button.tsx'

import { AttributeText } from './attribute-text.tsx'
import { copyableText, findAttributes } from './attribute-value.ts'
import { FindBox } from './find-box.tsx'

import classes from './parts.module.css'

const text = accountText.attributes

/** Everything that the source told about the account. */
export function AttributeList({ attributes }: { attributes: Record<string, unknown> | null }) {
  const [wanted, setWanted] = useState('')
  const total = Object.keys(attributes ?? {}).length
  const found = findAttributes(attributes, wanted)
  if (total === 0) return <p className={classes.note}>{text.none}</p>
  return (
    <>
      <FindBox
        label={text.search}
        value={wanted}
        onChange={setWanted}
        count={text.count(found.length, total)}
      />
      {found.length === 0 && <p className={classes.note}>{text.noMatch}</p>}
      <dl className={classes.list}>
        {found.map(({ name, value }) => {
          const copyable = copyableText(value)
          return (
            <div key={name} className={classes.attribute}>
              <dt>{oneLine(name)}</dt>
              <dd>
                <div className={classes.value}>
                  <AttributeText value={value} />
                </div>
                {copyable !== undefined && <CopyButton value={copyable} what={name} />}
              </dd>
            </div>
          )
        })}
      </dl>
    </>
  )
}
