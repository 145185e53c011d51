import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParams, type LoaderFunctionArgs } from 'react-router'

import type { Source } from '#api/client.ts'
import { explain } from '#api/explain.ts'
import { queryClient } from '#api/query-client.ts'
import { refusedActionsQuery, sessionQuery } from '#features/session/queries.ts'
import { sourcePath } from '#features/sources/links.ts'
import { sourceQuery } from '#features/sources/queries.ts'
import { createText as text } from '#lib/messages/create-account.ts'
import { labelOf } from '#lib/visible-text.ts'
import { ButtonLink } from '#ui/button.tsx'
import { SkeletonLines } from '#ui/empty-state.tsx'
import { ErrorPanel, type Problem } from '#ui/error-panel.tsx'
import { PageHeader } from '#ui/page-header.tsx'

import { CREATE, isFlatFile, mayNotCreate } from '../action-rules.ts'
import { accountSchemaQuery } from '../panel/schema-query.ts'
import { createFields } from './create-fields.ts'
import { CreateForm } from './create-form.tsx'

import classes from './create-page.module.css'

/** Waits, so that a missing or forbidden source is an error page and not an empty one. */
export async function loader({ params }: LoaderFunctionArgs) {
  const id = params.id ?? ''
  queryClient.query(accountSchemaQuery(id)).catch(() => {}) // the page shows it
  await queryClient.query(sourceQuery(id))
  return null
}

export function Component() {
  const { id = '' } = useParams()
  const { data: source } = useQuery(sourceQuery(id))
  // The loader has waited for it.
  if (!source) return null
  const name = labelOf(source.name) ?? id
  return (
    <div className={classes.page} key={id}>
      <PageHeader title={text.title(name)} />
      <Content source={source} name={name} />
    </div>
  )
}

/** The form, once it is known that it may be shown and what it asks for. */
function Content({ source, name }: { source: Source; name: string }) {
  const { id } = source
  const schema = useQuery(accountSchemaQuery(id))
  const session = useQuery(sessionQuery)
  const refused = useQuery(refusedActionsQuery)
  const blocked = mayNotCreate(session.data?.operator, refused.data[CREATE])
  const fields = schema.data && createFields(schema.data)
  const stop = (problem: Problem, onRetry?: () => void) => (
    <ErrorPanel problem={problem} {...(onRetry && { onRetry })}>
      <ButtonLink to={sourcePath(id)}>{text.back(name)}</ButtonLink>
    </ErrorPanel>
  )
  if (!isFlatFile(source.type)) {
    return stop({ kind: 'failed', title: text.noIdentity, why: text.notFlatFile })
  }
  const [wasPossible, setWasPossible] = useState(false)
  // What was typed stays after the tenant has refused it.
  if (blocked === undefined && schema.data && !wasPossible) setWasPossible(true)
  if (blocked !== undefined && !wasPossible) {
    return stop({ kind: 'forbidden', title: text.forbidden, why: blocked })
  }
  if (schema.data && fields) {
    return (
      <CreateForm source={{ id, name }} schema={schema.data} fields={fields} blocked={blocked} />
    )
  }
  if (schema.data) return stop({ kind: 'failed', title: text.noIdentity, why: text.noIdentityText })
  if (!schema.error) return <SkeletonLines lines={6} />
  return stop({ ...explain(schema.error), title: text.noSchema }, () => void schema.refetch())
}
