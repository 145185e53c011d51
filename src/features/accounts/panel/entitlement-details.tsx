import { useQuery } from '@tanstack/react-query'

import type { Entitlement } from '#api/client.ts'
import { ApiError } from '#api/errors.ts'
import { t } from '#lib/messages.ts'
import { accountText } from '#lib/messages/account.ts'
import { labelOf, oneLine, undisguised } from '#lib/visible-text.ts'
import { Button } from '#ui/button.tsx'
import { MonoId, RelativeTime } from '#ui/cells.tsx'
import { TrackingId } from '#ui/error-panel.tsx'
import { Fact, Facts } from '#ui/facts.tsx'
import { Link } from '#ui/link.tsx'

import { entitlementQuery } from '../entitlement-queries.ts'
import { AttributeText } from './attribute-text.tsx'
import { findAttributes } from './attribute-value.ts'

import classes from './entitlement-details.module.css'

const text = accountText.entitlementDetails

/**
 * What the tenant knows of an entitlement. What the account's list said of it is there at once, and
 * stays where it may not be read by itself: that takes an administrator (isc-facts §2).
 */
export function EntitlementDetails({ entitlement: listed }: { entitlement: Entitlement }) {
  const own = useQuery(entitlementQuery(listed.id))
  const it = { ...listed, ...own.data }
  const permissions = it.directPermissions ?? []
  const metadata = it.accessModelMetadata?.attributes ?? []
  return (
    <>
      {own.error && <Problem error={own.error} onRetry={() => void own.refetch()} />}
      <Facts className={classes.facts}>
        {it.description && <Fact name={text.description}>{undisguised(it.description)}</Fact>}
        <Fact name={text.owner}>
          <Owner owner={it.owner} />
        </Fact>
        {it.additionalOwners?.map((owner) => (
          <Fact key={owner.id} name={text.alsoOwner}>
            <Owner owner={owner} />
          </Fact>
        ))}
        <Fact name={text.privileged}>{flag(it.privileged)}</Fact>
        <Fact name={text.requestable}>{flag(it.requestable)}</Fact>
        <Fact name={text.governed}>{flag(it.cloudGoverned)}</Fact>
        <Fact name={text.objectType}>{labelOf(it.sourceSchemaObjectType) ?? t.unknown}</Fact>
        <Fact name={text.attribute}>{labelOf(it.attribute) ?? t.unknown}</Fact>
        <Fact name={text.value}>
          <MonoId value={it.value ?? ''} what={text.valueLower} />
        </Fact>
        <Fact name={text.source}>{labelOf(it.source?.name) ?? t.unknown}</Fact>
        <Fact name={text.modified}>
          <RelativeTime value={it.modified} />
        </Fact>
        {it.created && (
          <Fact name={text.created}>
            <RelativeTime value={it.created} />
          </Fact>
        )}
        {it.segments && it.segments.length > 0 && (
          <Fact name={text.segments}>{it.segments.map(oneLine).join(', ')}</Fact>
        )}
        {permissions.map(({ target, rights }, at) => (
          <Fact key={at} name={text.permission}>
            {oneLine(target ?? '')} {rights?.map(oneLine).join(', ')}
          </Fact>
        ))}
        {metadata.map(({ key, name, values }) => (
          <Fact key={key} name={oneLine(name ?? key ?? '')}>
            {values?.map((each) => oneLine(each.name ?? each.value ?? '')).join(', ') || t.none}
          </Fact>
        ))}
        {findAttributes(ownAttributes(it), '').map(({ name, value }) => (
          <Fact key={`own ${name}`} name={oneLine(name)}>
            <AttributeText value={value} />
          </Fact>
        ))}
        <Fact name={text.id}>
          <MonoId value={listed.id} what={text.idLower} />
        </Fact>
      </Facts>
    </>
  )
}

/** Sources often say once more, as attributes, what has a field of its own. */
function ownAttributes({ attributes, name, value, description }: Entitlement) {
  const fields: Record<string, unknown> = { name, value, description }
  const own = Object.entries(attributes ?? {}).filter(([key, said]) => fields[key] !== said)
  return Object.fromEntries(own)
}

type OwnerRef = { id?: string; type?: string; name?: string | null }

function Owner({ owner }: { owner: OwnerRef | null | undefined }) {
  const name = labelOf(owner?.name) ?? owner?.id
  if (!name) return t.none
  if (owner?.type !== 'IDENTITY' || !owner.id) return name
  return <Link to={`/identities/${encodeURIComponent(owner.id)}`}>{name}</Link>
}

const flag = (value: boolean | undefined) =>
  value === undefined ? t.unknown : value ? t.yes : t.no

function Problem({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const isForbidden = error instanceof ApiError && error.status === 403
  const isGone = error instanceof ApiError && error.status === 404
  return (
    <div
      className={classes.problem}
      data-failed={!isForbidden || undefined}
      // What somebody may not read is no failure: it is so each time.
      role={isForbidden ? 'note' : 'alert'}
    >
      <p>
        {isForbidden ? text.forbidden : isGone ? text.gone : text.failed} {error.message}
      </p>
      {error instanceof ApiError && error.trackingId && <TrackingId id={error.trackingId} />}
      {!isForbidden && !isGone && (
        <Button variant="default" onClick={onRetry}>
          {t.retry}
        </Button>
      )}
    </div>
  )
}
