import { useQuery } from '@tanstack/react-query'

import { explain } from '#api/explain.ts'
import { sourceText } from '#lib/messages/sources.ts'
import { labelOf } from '#lib/visible-text.ts'
import { SkeletonLines } from '#ui/empty-state.tsx'
import { ErrorPanel } from '#ui/error-panel.tsx'

import { schemasQuery, type SourceSchema } from './detail-queries.ts'

import parts from './parts.module.css'
import classes from './schema-part.module.css'

const text = sourceText.schemas

/** What the objects of the source are made of. */
export function SchemaPart({ id }: { id: string }) {
  const { data: schemas, error, refetch } = useQuery(schemasQuery(id))
  return (
    <section aria-labelledby="schema-title">
      <h2 id="schema-title" className={parts.title}>
        {text.title}
      </h2>
      {schemas?.map((schema) => (
        <SchemaTable key={schema.id ?? schema.name} schema={schema} />
      ))}
      {!schemas && !error && <SkeletonLines lines={4} />}
      {!schemas && error && (
        <ErrorPanel
          problem={{ ...explain(error), title: text.forbidden }}
          onRetry={() => void refetch()}
        />
      )}
    </section>
  )
}

function SchemaTable({ schema }: { schema: SourceSchema }) {
  const attributes = schema.attributes ?? []
  const name = text.of(labelOf(schema.name) ?? '')
  return (
    <div className={classes.schema}>
      <h3 className={classes.name}>
        {name} <span className={parts.dim}>{text.count(attributes.length)}</span>
      </h3>
      {attributes.length === 0 ? (
        <p className={parts.note}>{text.none}</p>
      ) : (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- without it no key scrolls the box
        <div className={classes.scroller} tabIndex={0} role="region" aria-label={name}>
          <table className={classes.table} aria-label={name}>
            <thead>
              <tr>
                <th scope="col">{text.attribute}</th>
                <th scope="col">{text.type}</th>
                <th scope="col">{text.marks}</th>
              </tr>
            </thead>
            <tbody>
              {attributes.map((attribute) => (
                <tr key={attribute.name}>
                  <th scope="row">{labelOf(attribute.name) ?? ''}</th>
                  <td>{typeOf(attribute.type)}</td>
                  <td>
                    <Marks schema={schema} attribute={attribute} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  )
}

type Attribute = NonNullable<SourceSchema['attributes']>[number]

function Marks({ schema, attribute }: { schema: SourceSchema; attribute: Attribute }) {
  const { name, isEntitlement, isMulti } = attribute
  const marks = [
    name === schema.identityAttribute && text.identity,
    name === schema.displayAttribute && text.display,
    isEntitlement && text.entitlement,
    isMulti && text.multi,
  ].filter((mark) => mark !== false && mark !== undefined)
  return marks.map((mark) => (
    <span key={mark} className={classes.mark}>
      {mark}
    </span>
  ))
}

function typeOf(type: Attribute['type']): string {
  const names: Record<string, string> = text.types
  return type ? (names[type] ?? type) : ''
}
