import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import type { Account } from '#api/client.ts'
import { accountText } from '#lib/messages/account.ts'
import { oneLine } from '#lib/visible-text.ts'
import { CopyButton } from '#ui/copy-button.tsx'

import { openingActions } from '../actions.ts'
import { ActionButton } from './action-button.tsx'
import { groupAttributes } from './attribute-groups.ts'
import type { AttributeSchema } from './attribute-schema.ts'
import { AttributeText } from './attribute-text.tsx'
import { copyableText, findAttributes, type NamedValue } from './attribute-value.ts'
import { FindBox } from './find-box.tsx'
import { accountSchemaQuery } from './schema-query.ts'

import classes from './parts.module.css'

const text = accountText.attributes

/** Everything that the source told about the account, what belongs together side by side. */
export function AttributeList({ account }: { account: Account }) {
  const { attributes, sourceId } = account
  const [wanted, setWanted] = useState('')
  const schema = useQuery(accountSchemaQuery(sourceId)).data
  const total = Object.keys(attributes ?? {}).length
  const found = findAttributes(attributes, wanted)
  const { edit } = openingActions
  return (
    <>
      <div className={classes.tools}>
        {total > 0 && (
          <FindBox
            label={text.search}
            value={wanted}
            onChange={setWanted}
            count={text.count(found.length, total)}
          />
        )}
        <ActionButton action={edit} account={account} />
      </div>
      {total === 0 && <p className={classes.note}>{text.none}</p>}
      {total > 0 && found.length === 0 && <p className={classes.note}>{text.noMatch}</p>}
      {groupAttributes(found, schema?.attributes).map(({ id, items }) => (
        <section key={id} aria-label={text.groups[id]} className={classes.group}>
          <h3 className={classes.heading}>{text.groups[id]}</h3>
          <dl className={classes.list}>
            {items.map((item) => (
              <Attribute key={item.name} item={item} schema={schema?.attributes.get(item.name)} />
            ))}
          </dl>
        </section>
      ))}
    </>
  )
}

type Props = { item: NamedValue; schema: AttributeSchema | undefined }

function Attribute({ item: { name, value }, schema }: Props) {
  const copyable = copyableText(value)
  return (
    <div className={classes.attribute}>
      <dt title={hintOf(schema)}>
        {oneLine(name)} {schema && <span className={classes.type}>{typeOf(schema)}</span>}
      </dt>
      <dd>
        <div className={classes.value}>
          <AttributeText value={value} />
        </div>
        {copyable !== undefined && <CopyButton value={copyable} what={name} />}
      </dd>
    </div>
  )
}

/** What the schema says, for who wants to know. */
function hintOf(schema: AttributeSchema | undefined): string | undefined {
  if (!schema) return undefined
  const { type, isMulti, nativeName, description } = schema
  const native = nativeName && text.nativeName(oneLine(nativeName))
  const kind = isMulti ? text.several(text.types[type]) : text.types[type]
  return [description, text.typed(kind), native].filter(Boolean).join('\n')
}

/** Beside the name only where it is not one plain text, as most are. */
function typeOf({ type, isMulti }: AttributeSchema): string {
  if (type === 'STRING') return isMulti ? text.severalShort : ''
  return isMulti ? text.several(text.types[type]) : text.types[type]
}
