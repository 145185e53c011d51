import { useLocation, useNavigate } from 'react-router'

import { withPlace } from '../panel-address.ts'
import { parseLayer, parsePart } from '../search.ts'

/** Which part of the panel the address shows, and what is open within it. */
export function usePlace() {
  const { search } = useLocation()
  const navigate = useNavigate()
  const params = new URLSearchParams(search)
  const part = parsePart(params)
  function closeLayer() {
    const to = { search: withPlace(search, { part }) }
    void navigate(to, { replace: true, preventScrollReset: true })
  }
  return { part, layer: parseLayer(params), closeLayer }
}
