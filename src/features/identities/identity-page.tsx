import { useQuery } from '@tanstack/react-query'
import { Outlet, useParams, type LoaderFunctionArgs } from 'react-router'

import { queryClient } from '#api/query-client.ts'
import { identityText } from '#lib/messages/identities.ts'
import { labelOf } from '#lib/visible-text.ts'
import { Button } from '#ui/button.tsx'
import { RelativeTime } from '#ui/cells.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { TabLinks } from '#ui/tabs.tsx'

import { identityPath, ManagerLink } from './columns.tsx'
import { IdentityStatus } from './identity-status.tsx'
import { LogInVerdict } from './log-in-verdict.tsx'
import { nameOf } from './name-of.ts'
import { NeighbourButtons } from './neighbour-buttons.tsx'
import { identityQuery } from './queries.ts'
import { useLogInSwitch } from './use-log-in-switch.ts'

import classes from './identity-page.module.css'

const text = identityText.page

/** Waits, so that a missing or forbidden identity is an error page and not an empty one. */
export async function loader({ params }: LoaderFunctionArgs) {
  await queryClient.query(identityQuery(params.id ?? ''))
  return null
}

export function Component() {
  const { id = '' } = useParams()
  const { data: identity } = useQuery(identityQuery(id))
  const { blocked, start, last } = useLogInSwitch({ id, name: identity ? nameOf(identity) : id })
  // The loader has waited for it.
  if (!identity) return null
  const isDisabled = identity.identityStatus === 'DISABLED'
  const action = isDisabled ? 'enableLogIn' : 'disableLogIn'
  const reason = blocked(action)
  const { lifecycleState, emailAddress, managerRef, alias, modified } = identity
  return (
    <>
      <PageHeader
        key={id}
        title={nameOf(identity)}
        beside={<IdentityStatus status={identity.identityStatus} />}
      >
        <NeighbourButtons id={id} />
        <Button
          variant="default"
          aria-disabled={reason ? true : undefined}
          data-disabled={reason ? true : undefined}
          title={reason}
          aria-describedby={reason ? 'log-in-reason' : undefined}
          onClick={() => {
            if (!reason) void start(action)
          }}
        >
          {isDisabled ? identityText.logIn.enable : identityText.logIn.disable}
        </Button>
        {reason && last?.is !== 'pending' && (
          <span id="log-in-reason" className={classes.reason}>
            {reason}
          </span>
        )}
      </PageHeader>
      <LogInVerdict last={last} />
      <dl className={classes.facts}>
        <Fact name={text.alias}>{labelOf(alias)}</Fact>
        <Fact name={text.email}>{labelOf(emailAddress)}</Fact>
        <Fact name={text.lifecycle}>
          {lifecycleState &&
            `${labelOf(lifecycleState.stateName) ?? ''}${lifecycleState.manuallyUpdated ? `, ${text.manual}` : ''}`}
        </Fact>
        <Fact name={text.manager}>{managerRef && <ManagerLink manager={managerRef} />}</Fact>
        <Fact name={text.modified}>{modified && <RelativeTime value={modified} />}</Fact>
      </dl>
      <TabLinks
        label={text.tabs}
        tabs={[
          { to: identityPath(id), label: text.accounts },
          { to: `${identityPath(id)}/attributes`, label: text.attributes },
          { to: `${identityPath(id)}/activity`, label: text.activity },
        ]}
      />
      <Outlet />
    </>
  )
}

/** What the identity does not have is left out: a row of dashes says nothing. */
function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  if (!children) return null
  return (
    <div className={classes.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
