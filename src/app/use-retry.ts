import { useQueryClient, type Query } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useLocation, useNavigate } from 'react-router'

const TRY_AGAIN_MS = 10_000

/**
 * Going to where one is takes the error page away. A revalidation would not: it ends before React
 * has shown that it began, and the router's boundary waits to see that.
 */
const inPlace = { replace: true, preventScrollReset: true }

/**
 * Loads a page again that failed. While the tenant is away it also tries by itself, behind the
 * error page, so that the page comes back the moment it can and does not flicker before.
 */
export function useRetry(byItself: boolean): () => void {
  const client = useQueryClient()
  const navigate = useNavigate()
  const location = useLocation()

  useEffect(() => {
    if (!byItself) return
    const timer = setInterval(() => {
      const failed = client.getQueryCache().findAll({ predicate: isWithoutData })
      Promise.all(failed.map((query) => query.fetch())).then(
        () => void navigate(location, inPlace),
        () => {}, // still away, and the error page already says so
      )
    }, TRY_AGAIN_MS)
    return () => clearInterval(timer)
  }, [byItself, client, navigate, location])

  return () => {
    // A failed query would throw its old error again as soon as the page is back.
    void client.resetQueries({ predicate: isWithoutData })
    void navigate(location, inPlace)
  }
}

const isWithoutData = ({ state, queryKey }: Query) =>
  state.status === 'error' && state.data === undefined && queryKey[0] !== 'session'
