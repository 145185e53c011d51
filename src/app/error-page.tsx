import { isRouteErrorResponse, useRouteError } from 'react-router'

import { explain, isOutdated, type Explanation } from '#api/explain.ts'
import { t } from '#lib/messages.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { ErrorPanel } from '#ui/error-panel.tsx'

import { useRetry } from './use-retry.ts'

const missingPage: Explanation = {
  kind: 'not-found',
  title: t.errors.pageNotFound,
  why: t.errors.pageNotFoundText,
}

/** In place of a page that could not be shown. The navigation stays. */
export function ErrorPage() {
  const error = useRouteError()
  const problem = isRouteErrorResponse(error) && error.status === 404 ? missingPage : explain(error)
  const isMissing = problem.kind === 'not-found'
  const retry = useRetry(problem.kind === 'unreachable')
  return (
    <>
      <title>{t.pageOf(problem.title)}</title>
      <ErrorPanel
        problem={problem}
        level="h1"
        onRetry={isMissing || isOutdated(error) ? undefined : retry}
      >
        {isMissing && <HomeLink />}
        {isOutdated(error) && <Button onClick={() => location.reload()}>{t.errors.reload}</Button>}
      </ErrorPanel>
    </>
  )
}

export function NotFoundPage() {
  return (
    <>
      <title>{t.pageOf(missingPage.title)}</title>
      <ErrorPanel problem={missingPage} level="h1">
        <HomeLink />
      </ErrorPanel>
    </>
  )
}

function HomeLink() {
  return <ButtonLink to="/overview">{t.errors.goHome}</ButtonLink>
}
