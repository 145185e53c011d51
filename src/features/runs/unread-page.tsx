import { explain } from '#api/explain.ts'
import { runText } from '#lib/messages/runs.ts'
import { ButtonLink } from '#ui/button.tsx'
import { NothingYet, SkeletonLines } from '#ui/empty-state.tsx'
import { ErrorPanel } from '#ui/error-panel.tsx'
import { ListLayout } from '#ui/list-layout.tsx'
import { PageHeader } from '#ui/page-header.tsx'

type Props = {
  /** What keeps it from being shown; null while it is on its way. */
  error: Error | null
  onRetry: () => void
  text: { gone: string; goneText: string }
}

/** In place of a plan or a run that has not been read. */
export function UnreadPage(props: Props) {
  return (
    <ListLayout panel={null}>
      <PageHeader title={runText.title} />
      {props.error ? <Problem {...props} error={props.error} /> : <SkeletonLines />}
    </ListLayout>
  )
}

function Problem({ error, onRetry, text }: Props & { error: Error }) {
  const problem = explain(error)
  if (problem.kind !== 'not-found') return <ErrorPanel problem={problem} onRetry={onRetry} />
  return (
    <NothingYet title={text.gone} text={text.goneText}>
      <ButtonLink to="/runs">{runText.allRuns}</ButtonLink>
    </NothingYet>
  )
}
