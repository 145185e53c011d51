import { useParams } from 'react-router'

import { Activity } from '#features/runs/offered.ts'

/** What was done to the identity's accounts, those that it had when it was done. */
export function Component() {
  const { id = '' } = useParams()
  return <Activity of={{ identity: id }} />
}
