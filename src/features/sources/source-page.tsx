import { useQuery } from '@tanstack/react-query'
import { useParams, type LoaderFunctionArgs } from 'react-router'

import { explain } from '#api/explain.ts'
import { queryClient } from '#api/query-client.ts'
import { useLiveCounts } from '#api/use-live-counts.ts'
import { NewAccountButton } from '#features/accounts/offered.ts'
import { sourceText } from '#lib/messages/sources.ts'
import { labelOf, undisguised } from '#lib/visible-text.ts'
import { RelativeTime } from '#ui/cells.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { useReturn } from '#ui/use-return.ts'

import { AggregateButton } from './aggregate-button.tsx'
import { AggregationPart } from './aggregation-part.tsx'
import { sourceName } from './columns.tsx'
import { sourceCountsKey, sourceNumbersQuery } from './count-queries.ts'
import { schemasQuery } from './detail-queries.ts'
import { Health, reasonOf } from './health.tsx'
import { sourceQuery } from './queries.ts'
import { SchemaPart } from './schema-part.tsx'
import { SourceFacts } from './source-facts.tsx'
import { SourceNumbers } from './source-numbers.tsx'
import { UploadPart } from './upload-part.tsx'

import classes from './source-page.module.css'

const text = sourceText.page

/** Waits, so that a missing or forbidden source is an error page and not an empty one. */
export async function loader({ params }: LoaderFunctionArgs) {
  const id = params.id ?? ''
  queryClient.query(sourceNumbersQuery(id)).catch(() => {})
  queryClient.query(schemasQuery(id)).catch(() => {})
  await queryClient.query(sourceQuery(id))
  return null
}

export function Component() {
  const { id = '' } = useParams()
  const { data: source, error } = useQuery(sourceQuery(id))
  const { data: numbers } = useQuery(sourceNumbersQuery(id))
  const place = useReturn(numbers !== undefined)
  useLiveCounts(sourceCountsKey)
  // The loader has waited for it.
  if (!source) return null
  const name = sourceName(source)
  const description = labelOf(source.description)
  return (
    <div className={classes.page} key={id} {...place}>
      <PageHeader title={name}>
        <NewAccountButton source={source} />
        <AggregateButton source={source} />
      </PageHeader>
      <p className={classes.description}>
        <Health source={source} />
        {description && <span>{undisguised(description)}</span>}
      </p>
      {error && <Notice>{explain(error).why}</Notice>}
      {!source.healthy && (
        <Notice>
          <p>
            <strong>{text.unhealthy}.</strong> {reasonOf(source)} {text.mayFail}
            {source.since && (
              <>
                {' '}
                {text.since} <RelativeTime value={source.since} />.
              </>
            )}
          </p>
        </Notice>
      )}
      <SourceNumbers id={id} name={name} />
      <div className={classes.columns}>
        <div className={classes.main}>
          <AggregationPart source={source} />
          {source.connectionType === 'file' && <UploadPart source={source} />}
          <SchemaPart id={id} />
        </div>
        <SourceFacts source={source} />
      </div>
    </div>
  )
}
