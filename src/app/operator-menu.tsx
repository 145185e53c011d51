import { IconUserCircle } from '@tabler/icons-react'

import type { Session } from '#api/client.ts'
import { lazyPart } from '#lib/lazy-part.ts'
import { t } from '#lib/messages.ts'
import { Popup } from '#ui/popup.tsx'

import classes from './operator-menu.module.css'

const OperatorFacts = lazyPart(async () => (await import('./operator-facts.tsx')).OperatorFacts)

/** Who the console acts as: what the tenant allows depends on it. */
export function OperatorMenu({ session: { operator, tenant } }: { session: Session }) {
  const levels = operator.userLevels.join(', ') || t.tenant.noLevels
  return (
    <Popup
      label={t.tenant.operator}
      kind="dialog"
      trigger={(props) => (
        <button
          type="button"
          className={classes.button}
          aria-label={`${t.tenant.operator} ${operator.name}`}
          {...props}
        >
          <IconUserCircle size={16} stroke={1.75} aria-hidden />
          <span className={classes.name}>{operator.name}</span>
          {operator.userLevels.length > 0 && <span className={classes.levels}>{levels}</span>}
        </button>
      )}
    >
      {() => <OperatorFacts operator={operator} tenant={tenant} />}
    </Popup>
  )
}
