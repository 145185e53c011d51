import type { ReactNode } from 'react'

import type { Source } from '#api/client.ts'
import { t } from '#lib/messages.ts'
import { sourceText } from '#lib/messages/sources.ts'
import { labelOf } from '#lib/visible-text.ts'
import { MonoId, NoValue, RelativeTime } from '#ui/cells.tsx'

import { OwnerLink } from './columns.tsx'
import { typeOf } from './search.ts'

import parts from './parts.module.css'
import classes from './source-facts.module.css'

const text = sourceText.page

/** What the source is, and what it can do. */
export function SourceFacts({ source }: { source: Source }) {
  const { connector, owner, authoritative, deleteThreshold, cluster, created, modified } = source
  const features = source.features ?? []
  return (
    <div className={classes.facts}>
      <section>
        <h2 className={parts.title}>{text.facts}</h2>
        <dl className={classes.list}>
          <Fact label={text.type}>{labelOf(typeOf(source)) ?? <NoValue />}</Fact>
          <Fact label={text.connection}>{connectionOf(source)}</Fact>
          <Fact label={text.connector}>{labelOf(connector) ?? <NoValue />}</Fact>
          <Fact label={text.owner}>
            <OwnerLink owner={owner} />
          </Fact>
          <Fact label={text.authoritative}>{authoritative ? text.authoritativeYes : t.no}</Fact>
          <Fact label={text.threshold}>{text.thresholdText(deleteThreshold ?? 0)}</Fact>
          {labelOf(cluster?.name) && <Fact label={text.cluster}>{labelOf(cluster?.name)}</Fact>}
          <Fact label={text.modified}>
            <RelativeTime value={modified} />
          </Fact>
          <Fact label={text.created}>
            <RelativeTime value={created} />
          </Fact>
          <Fact label={text.id}>
            <MonoId value={source.id} what={text.idLower} />
          </Fact>
        </dl>
      </section>
      <section>
        <h2 className={parts.title}>{text.features}</h2>
        {features.length === 0 && <p className={parts.note}>{text.noFeatures}</p>}
        <ul className={classes.features}>
          {features.map((feature) => (
            <li key={feature} className={classes.feature}>
              {wordsOf(feature)}
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={classes.fact}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function connectionOf({ connectionType }: Source): string {
  const names: Record<string, string> = sourceText.connections
  return connectionType ? (names[connectionType] ?? connectionType) : t.unknown
}

/** The tenant's own name of it, as words: there are too many to rename, and new ones come. */
function wordsOf(feature: string): string {
  const words = feature.toLowerCase().replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
