import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'

import type { Source } from '#api/client.ts'
import { sourceText } from '#lib/messages/sources.ts'
import { StatusText } from '#ui/status-badge.tsx'

/** Whether the tenant can read the source. */
export function Health({ source }: { source: Pick<Source, 'healthy'> }) {
  const { healthy, unhealthy } = sourceText.healths
  return source.healthy ? (
    <StatusText tone="good" icon={IconCircleCheck}>
      {healthy}
    </StatusText>
  ) : (
    <StatusText tone="bad" icon={IconAlertTriangle}>
      {unhealthy}
    </StatusText>
  )
}

/** Why it is not healthy, as far as its state says. */
export function reasonOf({ status }: Pick<Source, 'status'>): string {
  const reasons: Record<string, string> = sourceText.reasons
  return (status && reasons[status]) || sourceText.noReason
}
