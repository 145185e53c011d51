import { nameOf, type Schema } from './document.ts'
import { codes, html, prose, type Html } from './html.ts'

/** The type of a value in a few words, with a link where it has a name. */
export function typeOf(schema: Schema | undefined): Html {
  if (!schema) return html`<span class="quiet">nothing</span>`
  const orNull = schema.nullable && html` <span class="quiet">or null</span>`
  return html`${bareTypeOf(schema)}${orNull}`
}

/** So many fields are named where the object is; more have a table of their own. */
const FEW = 2

function bareTypeOf(schema: Schema): Html {
  if (schema.$ref) {
    const name = nameOf(schema.$ref)
    return html`<a href="#schema-${name}">${name}</a>`
  }
  const parts = schema.allOf ?? schema.oneOf ?? schema.anyOf
  if (parts && !schema.properties) {
    const join = schema.allOf ? ' with ' : ' or '
    return html`${parts.map((part, at) => html`${at > 0 && join}${typeOf(part)}`)}`
  }
  if (schema.type === 'array') return html`list of ${typeOf(schema.items)}`
  const inner = Object.keys(schema.properties ?? {})
  if (inner.length > 0 && inner.length <= FEW) return html`object with ${codes(inner)}`
  const format = schema.format && html` <span class="quiet">${schema.format}</span>`
  return html`${schema.type ?? 'any'}${format}`
}

/** What else holds of a value: the choice, the bounds, what it is where it is missing. */
export function boundsOf(schema: Schema | undefined): Html {
  if (!schema) return html``
  const { minimum, maximum, pattern } = schema
  const choice = schema.enum?.filter((value) => value !== null).map(String)
  const bounds = [
    minimum !== undefined && `at least ${minimum}`,
    maximum !== undefined && `at most ${maximum}`,
  ].filter((bound) => bound !== false)
  return html`
    ${choice && html`<div class="fact">One of ${codes(choice)}</div>`}
    ${bounds.length > 0 && html`<div class="fact">${bounds.join(', ')}</div>`}
    ${pattern !== undefined && html`<div class="fact">As <code>${pattern}</code></div>`}
    ${
      schema.default !== undefined &&
      schema.default !== null &&
      html`<div class="fact">Default <code>${String(schema.default)}</code></div>`
    }
  `
}

/** The fields of an object, those of its parts included; undefined where it is none. */
export function fieldsOf(schema: Schema): Html | undefined {
  const own = schema.type === 'array' && schema.items ? schema.items : schema
  const required = new Set([own, ...(own.allOf ?? [])].flatMap((part) => part.required ?? []))
  const parts = [own, ...(own.allOf ?? [])]
  const fields = parts.flatMap((part) => Object.entries(part.properties ?? {}))
  if (fields.length === 0) return undefined
  return html`<table class="rows">
    <thead>
      <tr>
        <th>Field</th>
        <th>Type</th>
        <th>What it is</th>
      </tr>
    </thead>
    <tbody>
      ${fields.map(([name, field]) => row(name, field, required.has(name)))}
    </tbody>
  </table>`
}

const row = (name: string, field: Schema, required: boolean) =>
  html`<tr>
    <td><code>${name}</code>${required && html` <span class="must">required</span>`}</td>
    <td>${typeOf(field)}</td>
    <td>${prose(field.description)}${boundsOf(field)}${nested(field)}</td>
  </tr>`

function nested(field: Schema): Html | false {
  const inner = fieldsOf(field)
  return (
    inner !== undefined &&
    html`<details>
      <summary>Its fields</summary>
      ${inner}
    </details>`
  )
}

export function schemaSection(name: string, schema: Schema): Html {
  return html`<section class="schema" id="schema-${name}">
    <h3>${name}</h3>
    ${schema.description && html`<p>${prose(schema.description)}</p>`}
    ${
      fieldsOf(schema) ??
      html`<p>${typeOf(schema)}</p>
        ${boundsOf(schema)}`
    }
  </section>`
}
