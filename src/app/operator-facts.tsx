import type { Session } from '#api/client.ts'
import { t } from '#lib/messages.ts'

import classes from './operator-menu.module.css'

export function OperatorFacts({ operator, tenant }: Session) {
  return (
    // The popup needs something to hold the focus, and here is nothing to press.
    <dl className={classes.facts} tabIndex={-1} data-autofocus>
      <dt>{t.tenant.operator}</dt>
      <dd>{operator.name}</dd>
      <dt>{t.tenant.levels}</dt>
      <dd>{operator.userLevels.join(', ') || t.tenant.noLevels}</dd>
      <dt>{t.tenant.label}</dt>
      <dd>
        {tenant.name}
        <br />
        <code>{tenant.baseUrl}</code>
      </dd>
    </dl>
  )
}
