import { readContract, v1PathOf } from '../contract.ts'
import {
  resolvedIn,
  type Content,
  type Document,
  type Operation,
  type Parameter,
} from './document.ts'
import { filtersOf } from './filters.ts'
import { codes, html, prose, type Html } from './html.ts'
import { boundsOf, fieldsOf, typeOf } from './schema.ts'

export type Route = { method: string; path: string; operation: Operation }

export const badge = (method: string) => html`<span class="method ${method}">${method}</span>`

const inV1 = (id: string) =>
  readContract().operations.some((known) => known.operationId === id && known.inV1)

export function operationSection({ method, path, operation }: Route, document: Document): Html {
  const { operationId, description, requestBody, summary } = operation
  return html`<article id="${operationId}">
    <h3>
      ${summary} <a class="anchor" href="#${operationId}" aria-label="Link to this operation">#</a>
    </h3>
    <p class="paths">
      <span>${badge(method)} <code>/v2024${path}</code></span>
      ${inV1(operationId) && html`<span class="quiet">also <code>${v1PathOf(path)}</code></span>`}
    </p>
    <p>${prose(description)}</p>
    ${rightsOf(operation)} ${parametersOf(operation, document)} ${filtersOf(operationId)}
    ${
      requestBody &&
      html`<h4>Body</h4>
        ${contentOf(requestBody.content)}`
    }
    ${answersOf(operation, document)}
  </article>`
}

function rightsOf({ security = [], 'x-sailpoint-userLevels': levels = [] }: Operation): Html {
  const scopesOf = (scheme: string) => security.find((one) => one[scheme])?.[scheme]
  const user = scopesOf('userAuth') ?? []
  const app = scopesOf('applicationAuth')
  return html`<dl class="rights">
    <dt>Scope</dt>
    <dd>${user.length > 0 ? html`one of ${codes(user)}` : 'any'}</dd>
    <dt>User level</dt>
    <dd>${levels.length > 0 ? html`one of ${codes(levels)}` : 'any'}</dd>
    <dt>Without a person</dt>
    <dd>${app ? 'allowed' : 'refused'}</dd>
  </dl>`
}

function parametersOf(
  { operationId, parameters = [] }: Operation,
  document: Document,
): Html | false {
  const resolve = resolvedIn(document)
  const rows = parameters.map((given) => resolve.parameter(given))
  if (rows.length === 0) return false
  return html`<h4>Parameters</h4>
    <table class="rows">
      <thead>
        <tr>
          <th>Name</th>
          <th>Type</th>
          <th>What it is</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (parameter) =>
            html`<tr>
              <td>
                <code>${parameter.name}</code>
                <span class="quiet">${parameter.in}</span>${
                  parameter.required && html` <span class="must">required</span>`
                }
              </td>
              <td>${typeOf(parameter.schema)}</td>
              <td>${wordsOf(parameter, operationId)}${boundsOf(parameter.schema)}</td>
            </tr>`,
        )}
      </tbody>
    </table>`
}

/** What a list is filtered and sorted by stands in a table of its own. */
function wordsOf({ description, name }: Parameter, operationId: string): Html {
  const apart = (name === 'filters' || name === 'sorters') && filtersOf(operationId) !== false
  return apart ? html`The fields follow below` : prose(description)
}

function contentOf(content: Content): Html {
  return html`${Object.entries(content).map(
    ([type, { schema }]) =>
      html`<p><code>${type}</code> ${typeOf(schema)}</p>
        ${schema && !schema.$ref && fieldsOf(schema)}`,
  )}`
}

function answersOf({ responses }: Operation, document: Document): Html {
  const resolve = resolvedIn(document)
  return html`<h4>Answers</h4>
    <table class="rows answers">
      <thead>
        <tr>
          <th>Status</th>
          <th>Body</th>
          <th>When</th>
        </tr>
      </thead>
      <tbody>
        ${Object.entries(responses).map(([status, given]) => {
          const { content, description, headers } = resolve.answer(given)
          const schema = content?.['application/json']?.schema
          return html`<tr>
            <td><span class="status s${status[0]}">${status}</span></td>
            <td>${typeOf(schema)}</td>
            <td>
              ${prose(description)}
              ${headers && html`<div class="fact">Header ${codes(Object.keys(headers))}</div>`}
            </td>
          </tr>`
        })}
      </tbody>
    </table>`
}
