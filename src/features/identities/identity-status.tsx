import {
  IconAlertTriangle,
  IconBan,
  IconCircleCheck,
  IconCircleDashed,
  IconLoader2,
  IconLock,
  type Icon,
} from '@tabler/icons-react'

import type { Identity } from '#api/client.ts'
import { t } from '#lib/messages.ts'
import { identityText } from '#lib/messages/identities.ts'
import { NoValue } from '#ui/cells.tsx'
import { StatusText, type Tone } from '#ui/status-badge.tsx'

type Status = NonNullable<Identity['identityStatus']>

const looks: Record<Status, { tone: Tone; icon: Icon }> = {
  ACTIVE: { tone: 'good', icon: IconCircleCheck },
  REGISTERED: { tone: 'good', icon: IconCircleCheck },
  UNREGISTERED: { tone: 'off', icon: IconCircleDashed },
  PENDING: { tone: 'busy', icon: IconLoader2 },
  WARNING: { tone: 'warning', icon: IconAlertTriangle },
  ERROR: { tone: 'bad', icon: IconAlertTriangle },
  LOCKED: { tone: 'warning', icon: IconLock },
  DISABLED: { tone: 'off', icon: IconBan },
  DEACTIVATED: { tone: 'off', icon: IconBan },
  TERMINATED: { tone: 'off', icon: IconBan },
}

/** The state of the person's log-in. A tenant may know one that the contract does not. */
export function IdentityStatus({ status }: { status: Identity['identityStatus'] }) {
  if (!status) return <NoValue label={t.unknown} />
  const look = looks[status] ?? { tone: 'off', icon: IconCircleDashed }
  return <StatusText {...look}>{identityText.statuses[status] ?? status}</StatusText>
}
