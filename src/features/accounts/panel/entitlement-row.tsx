import { IconChevronRight, IconShieldExclamation } from '@tabler/icons-react'
import { Suspense, useId } from 'react'
import { useLocation } from 'react-router'

import type { Entitlement } from '#api/client.ts'
import { lazyPart } from '#lib/lazy-part.ts'
import { accountText } from '#lib/messages/account.ts'
import { labelOf, oneLine } from '#lib/visible-text.ts'
import { SkeletonLines } from '#ui/empty-state.tsx'
import { Link } from '#ui/link.tsx'
import { StatusText } from '#ui/status-badge.tsx'

import { withPlace } from '../panel-address.ts'

import classes from './parts.module.css'

const text = accountText.entitlements

const EntitlementDetails = lazyPart(
  async () => (await import('./entitlement-details.tsx')).EntitlementDetails,
)

type Props = {
  entitlement: Entitlement
  /** How the address names it. */
  layer: string
  isOpen: boolean
}

/** One entitlement in a line; its details open below it, at an address of their own. */
export function EntitlementRow({ entitlement, layer, isOpen }: Props) {
  const { search } = useLocation()
  const details = useId()
  const { id, name, value, attribute, description, privileged, owner } = entitlement
  const ownerName = labelOf(owner?.name)
  return (
    <li className={classes.entitlement}>
      <div className={classes.line}>
        <Link
          to={{ search: withPlace(search, { part: 'entitlements', layer: isOpen ? '' : layer }) }}
          replace
          className={classes.name}
          aria-expanded={isOpen}
          aria-controls={isOpen ? details : undefined}
        >
          <IconChevronRight size={16} stroke={1.75} aria-hidden className={classes.chevron} />
          {labelOf(name) ?? labelOf(value) ?? id}
        </Link>
        {attribute && <span className={classes.kind}>{oneLine(attribute)}</span>}
        {privileged && (
          <StatusText tone="warning" icon={IconShieldExclamation}>
            {text.privileged}
          </StatusText>
        )}
      </div>
      {!isOpen && (description || ownerName) && (
        <p className={classes.description}>
          {description && description !== name && <span>{oneLine(description)}</span>}
          {ownerName && <span className={classes.owner}>{text.ownedBy(ownerName)}</span>}
        </p>
      )}
      {isOpen && (
        <div id={details}>
          <Suspense fallback={<SkeletonLines lines={3} />}>
            <EntitlementDetails entitlement={entitlement} />
          </Suspense>
        </div>
      )}
    </li>
  )
}
