import type { Client } from '../../domain/clients.ts'
import type { Document } from './document.ts'
import { codes, html, type Html } from './html.ts'
import { badge, operationSection, type Route } from './operation.ts'
import { schemaSection } from './schema.ts'

type Facts = { base: string; clients: readonly Client[]; rateLimit: number }

/** The whole contract on one page. */
export function docsPage(document: Document, facts: Facts): string {
  const tags = byTag(document)
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>Muster: the API of the embedded tenant</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/docs.css" />
      </head>
      <body>
        <a class="skip" href="#content">Skip to the content</a>
        <header>
          <strong>Muster</strong> <span>The API of the embedded tenant</span>
          <a href="/openapi.json">openapi.json</a>
        </header>
        ${contents(tags)}
        <main id="content" tabindex="-1">
          ${introduction(document, facts)}
          ${[...tags].map(([tag, routes]) => section(tag, routes, document))}
          <section>
            <h2 id="schemas">Schemas</h2>
            ${Object.entries(document.components.schemas).map(([name, schema]) =>
              schemaSection(name, schema),
            )}
          </section>
        </main>
      </body>
    </html>`
  return page.html
}

type Tags = Map<string, Route[]>

function byTag({ paths }: Document): Tags {
  const tags: Tags = new Map()
  for (const [path, item] of Object.entries(paths)) {
    for (const [method, operation] of Object.entries(item)) {
      const tag = operation.tags[0] ?? 'Other'
      tags.set(tag, [...(tags.get(tag) ?? []), { method, path, operation }])
    }
  }
  return tags
}

const idOf = (tag: string) => tag.toLowerCase().replaceAll(/[^a-z]+/g, '-')

/** Open where there is room for it beside the page: a style sheet alone can tell. */
function contents(tags: Tags): Html {
  const list = html`<ul>
    ${[...tags].map(
      ([tag, routes]) =>
        html`<li>
          <a href="#${idOf(tag)}">${tag}</a>
          <ul>
            ${routes.map(
              ({ method, operation }) =>
                html`<li>
                  <a href="#${operation.operationId}"
                    >${badge(method)} <span>${operation.summary}</span></a
                  >
                </li>`,
            )}
          </ul>
        </li>`,
    )}
    <li><a href="#schemas">Schemas</a></li>
  </ul>`
  return html`<nav class="beside" aria-label="Contents">${list}</nav>
    <details class="above">
      <summary>Contents</summary>
      <nav aria-label="Contents">${list}</nav>
    </details>`
}

const section = (tag: string, routes: Route[], document: Document) =>
  html`<section>
    <h2 id="${idOf(tag)}">${tag}</h2>
    ${routes.map((route) => operationSection(route, document))}
  </section>`

function introduction({ info, paths }: Document, { base, clients, rateLimit }: Facts): Html {
  const count = Object.values(paths).flatMap(Object.values).length
  const limit = rateLimit
    ? html`${rateLimit} calls in ten seconds for each client and version; then 429 with
        <code>Retry-After</code>`
    : 'off'
  return html`<section class="introduction">
    <h1>${info.title}</h1>
    <p>
      ${count} operations of Identity Security Cloud, answered by a tenant of your own. Everything
      stands below <code>${base}/v2024</code>, and below a path for each service,
      <code>${base}/accounts/v1</code> for example, which the newer SDKs call.
    </p>
    <h2 id="begin">Begin</h2>
    <p>
      Ask for a token, and send it along. It is valid for the seconds in <code>expires_in</code>.
    </p>
    <pre><code>TOKEN=$(curl -s ${base}/oauth/token -d grant_type=client_credentials \\
  -d client_id=demo-admin -d client_secret=demo-admin-secret | jq -r .access_token)

curl -s "${base}/v2024/accounts?limit=5&amp;count=true" -H "Authorization: Bearer $TOKEN"</code></pre>
    <table class="rows clients">
      <thead>
        <tr>
          <th>Client</th>
          <th>Secret</th>
          <th>User level</th>
          <th>Scopes</th>
        </tr>
      </thead>
      <tbody>
        ${clients.map(
          ({ id, identityId, levels, scopes }) =>
            html`<tr>
              <td><code>${id}</code></td>
              <td><code>${id}-secret</code></td>
              <td>${identityId ? codes(levels) : 'no person behind it'}</td>
              <td>${codes(scopes)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    <h2 id="rules">What holds everywhere</h2>
    <dl class="rights">
      <dt>Rate</dt>
      <dd>${limit}</dd>
      <dt>Pages</dt>
      <dd>
        <code>limit</code> up to 250, <code>offset</code> from 0; <code>count=true</code> sends the
        number of all rows in <code>X-Total-Count</code>
      </dd>
      <dt>Filters</dt>
      <dd>
        <code>name sw "A" and not (created gt 2026-01-01T00:00:00Z)</code>; only the fields and
        operators that a list names, else 400
      </dd>
      <dt>Work</dt>
      <dd>202 means accepted: follow the task by its id, then read again</dd>
      <dt>Tracking</dt>
      <dd>
        each answer carries <code>SLPT-Request-ID</code>, each refusal the same as
        <code>trackingId</code>
      </dd>
      <dt>Year</dt>
      <dd><code>/v2024</code> is deprecated and says so with <code>X-Deprecated: true</code></dd>
    </dl>
  </section>`
}
