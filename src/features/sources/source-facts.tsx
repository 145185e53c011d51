import type { Source } from '#api/client.ts'
import { t } from '#lib/messages.ts'
import { sourceText } from '#lib/messages/sources.ts'
import { labelOf } from '#lib/visible-text.ts'
import { MonoId, NoValue, RelativeTime } from '#ui/cells.tsx'
import { Fact, Facts } from '#ui/facts.tsx'

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
        <Facts>
          <Fact name={text.type}>{labelOf(typeOf(source)) ?? <NoValue />}</Fact>
          <Fact name={text.connection}>{connectionOf(source)}</Fact>
          <Fact name={text.connector}>{labelOf(connector) ?? <NoValue />}</Fact>
          <Fact name={text.owner}>
            <OwnerLink owner={owner} />
          </Fact>
          <Fact name={text.authoritative}>{authoritative ? text.authoritativeYes : t.no}</Fact>
          <Fact name={text.threshold}>{text.thresholdText(deleteThreshold ?? 0)}</Fact>
          {labelOf(cluster?.name) && <Fact name={text.cluster}>{labelOf(cluster?.name)}</Fact>}
          <Fact name={text.modified}>
            <RelativeTime value={modified} />
          </Fact>
          <Fact name={text.created}>
            <RelativeTime value={created} />
          </Fact>
          <Fact name={text.id}>
            <MonoId value={source.id} what={text.idLower} />
          </Fact>
        </Facts>
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

function connectionOf({ connectionType }: Source): string {
  const names: Record<string, string> = sourceText.connections
  return connectionType ? (names[connectionType] ?? connectionType) : t.unknown
}

/** The tenant's own name of it, as words: there are too many to rename, and new ones come. */
function wordsOf(feature: string): string {
  const words = feature.toLowerCase().replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
