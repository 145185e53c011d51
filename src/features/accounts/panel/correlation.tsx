import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Suspense } from 'react'

import type { Account, Source } from '#api/client.ts'
import { PickDialog } from '#features/identities/offered.ts'
import { sourcesQuery } from '#features/sources/queries.ts'
import { t } from '#lib/messages.ts'
import { accountText } from '#lib/messages/account.ts'
import { labelOf } from '#lib/visible-text.ts'
import { prepareConfirm } from '#ui/confirm.tsx'
import { Fact, Facts } from '#ui/facts.tsx'

import { accountActions, openingActions } from '../actions.ts'
import { nameOf, sourceNameOf } from '../name-of.ts'
import { reassignTo } from '../reassign-to.ts'
import { requestAction } from '../request-action.ts'
import { useActionContext } from '../use-action-context.ts'
import { ActionButton } from './action-button.tsx'
import { PanelIdentityLink } from './identity-link.tsx'
import { usePlace } from './use-place.ts'

import classes from './correlation.module.css'

const text = accountText.correlation

/** To whom the account belongs, how that came about, and how to change it. */
export function Correlation({ account }: { account: Account }) {
  const client = useQueryClient()
  const sources = useQuery(sourcesQuery)
  const source = sources.data?.find(({ id }) => id === account.sourceId)
  const { layer, closeLayer } = usePlace()
  const { reassign } = openingActions
  const isBlocked = reassign.blocked(account, useActionContext(account)) !== undefined
  const { uncorrelated, cloudLifecycleState, identityState, authoritative } = account
  return (
    <div className={classes.correlation}>
      <Facts>
        <Fact name={text.owner}>
          {uncorrelated ? text.nobody : <PanelIdentityLink account={account} />}
        </Fact>
        {!uncorrelated && (
          <>
            <Fact name={text.lifecycle}>{labelOf(cloudLifecycleState) ?? t.accounts.notSet}</Fact>
            <Fact name={text.identityState}>{stateName(identityState)}</Fact>
          </>
        )}
        <Fact name={text.how}>{howOf(account, source)}</Fact>
        {!uncorrelated && <Fact name={text.since}>{text.sinceUnknown}</Fact>}
        <Fact name={text.source}>
          {sourceNameOf(account)}
          {authoritative && <span className={classes.more}>{text.authoritative}</span>}
        </Fact>
      </Facts>
      <div className={classes.actions}>
        <div className={classes.action}>
          <ActionButton action={reassign} account={account} isReasonShown />
        </div>
        <div className={classes.action}>
          <ActionButton action={accountActions.uncorrelate} account={account} isReasonShown />
        </div>
      </div>
      {layer === reassign.opens.layer && !isBlocked && (
        <Suspense>
          <PickDialog
            title={accountText.reassign.title(nameOf(account))}
            except={uncorrelated ? undefined : account.identityId}
            onType={prepareConfirm}
            onChoose={(identity) => {
              // First the address, or the dialog would be shown once more behind the question.
              closeLayer()
              void requestAction(client, reassignTo(identity), account)
            }}
            onClose={closeLayer}
          />
        </Suspense>
      )}
    </div>
  )
}

function howOf(account: Account, source: Source | undefined) {
  const { uncorrelated, manuallyCorrelated, systemAccount, origin } = account
  if (systemAccount) return text.logIn
  // Somebody left it without an owner on purpose: aggregations then leave it so.
  if (uncorrelated) return manuallyCorrelated ? text.nobodyByHand : text.nobodyYet
  if (manuallyCorrelated) {
    // isc-facts §8.1: what the tenant itself provisioned says the same.
    return origin === 'PROVISIONED' ? text.byHandOrProvisioned : text.byHand
  }
  const rule = source?.accountCorrelationConfig?.name ?? source?.accountCorrelationRule?.name
  return rule ? text.byNamedRule(rule) : text.byRule
}

function stateName(state: string | null | undefined) {
  const names: Record<string, string> = t.accounts.identityStates
  return state ? (names[state] ?? state) : t.accounts.notSet
}
