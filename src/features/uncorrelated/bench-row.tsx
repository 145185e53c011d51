import {
  IconCircleCheck,
  IconHelpCircle,
  IconAlertTriangle,
  IconLoader2,
} from '@tabler/icons-react'
import { useId, useRef } from 'react'

import { accountPath } from '#features/accounts/links.ts'
import { t } from '#lib/messages.ts'
import { uncorrelatedText as text } from '#lib/messages/uncorrelated.ts'
import { labelOf } from '#lib/visible-text.ts'
import { ActionMenu } from '#ui/action-menu.tsx'
import { Button } from '#ui/button.tsx'
import { MonoId } from '#ui/cells.tsx'
import { TrackingId } from '#ui/error-panel.tsx'
import { Link } from '#ui/link.tsx'
import { MenuItem } from '#ui/menu-items.tsx'
import { SelectBox } from '#ui/select-box.tsx'
import { StatusText } from '#ui/status-badge.tsx'

import { isOpen, type Verdict } from './accept.ts'
import { EvidenceList } from './evidence.tsx'
import { accountName, identityPath, ownerName, sourceName } from './names.ts'
import type { Owner, Uncorrelated } from './queries.ts'
import { Score } from './score.tsx'
import type { Aside } from './set-aside.ts'

import classes from './bench-table.module.css'

export type RowActions = {
  onAccept: (row: Uncorrelated, owner: Owner) => void
  onChoose: (row: Uncorrelated) => void
  onSelect: (row: Uncorrelated, isSelected: boolean) => void
  onAside: (row: Uncorrelated, why: Aside) => void
}

type Props = RowActions & {
  row: Uncorrelated
  proposal: Owner | undefined
  isChosen: boolean
  isSelected: boolean
  verdict: Verdict | undefined
  blocked: string | undefined
}

/** One account, who may own it and why, and what can be done. */
export function BenchRow(props: Props) {
  const { row, proposal, isSelected, verdict } = props
  const name = accountName(row.account)
  const isSettled = verdict !== undefined && (isOpen(verdict) || verdict.state === 'confirmed')
  return (
    <tr className={classes.row} data-selected={(isSelected && !isSettled) || undefined}>
      <td className={classes.select}>
        {proposal && !isSettled && !props.blocked && (
          <SelectBox
            label={`${text.columns.select} ${name}`}
            checked={isSelected}
            onChange={() => props.onSelect(row, !isSelected)}
          />
        )}
      </td>
      <th scope="row" className={classes.account}>
        <AccountCell account={row.account} />
      </th>
      <td className={classes.owner}>
        <OwnerCell {...props} />
      </td>
      <td className={classes.score}>
        <RowScore {...props} />
      </td>
      <td className={classes.actions}>
        <RowEnd {...props} isSettled={isSettled} />
      </td>
    </tr>
  )
}

export function AccountCell({ account }: { account: Uncorrelated['account'] }) {
  return (
    <>
      <Link to={accountPath(account.id)} className={classes.link}>
        {accountName(account)}
      </Link>
      <span className={classes.dim}>{sourceName(account)}</span>
      <MonoId value={account.nativeIdentity} what={text.nativeIdentity} />
    </>
  )
}

function OwnerCell({ row, proposal, isChosen }: Props) {
  const { suggestions } = row
  const [first] = suggestions
  if (!proposal && !first) {
    return (
      <>
        <span className={classes.none}>{text.none}</span>
        <span className={classes.dim}>{text.noneText}</span>
      </>
    )
  }
  if (!proposal) {
    return (
      <>
        <span className={classes.doubt}>{text.ambiguous}</span>
        {suggestions.slice(0, 2).map((suggestion) => (
          <div key={suggestion.identity.id} className={classes.rival}>
            <OwnerName owner={suggestion.identity} /> <Score score={suggestion.score} />
            <EvidenceList suggestion={suggestion} />
          </div>
        ))}
      </>
    )
  }
  const shown = suggestions.find(({ identity }) => identity.id === proposal.id)
  return (
    <>
      <OwnerName owner={proposal} />
      {shown && <EvidenceList suggestion={shown} />}
      {isChosen && <div className={classes.dim}>{text.chosen}</div>}
    </>
  )
}

function OwnerName({ owner }: { owner: Owner }) {
  return (
    <span>
      <Link to={identityPath(owner.id)} className={classes.link}>
        {ownerName(owner)}
      </Link>{' '}
      <span className={classes.dim}>{labelOf(owner.alias)}</span>
    </span>
  )
}

/** Of several that are as good each has its own beside it. */
function RowScore({ row, proposal }: Props) {
  const shown = row.suggestions.find(({ identity }) => identity.id === proposal?.id)
  return shown ? <Score score={shown.score} isClear={row.isClear} /> : null
}

function RowEnd(props: Props & { isSettled: boolean }) {
  const { row, verdict, isSettled } = props
  const end = useRef<HTMLDivElement>(null)
  return (
    // The focus stays in the row when what was pressed gives way to what became of it.
    <div ref={end} tabIndex={-1} className={classes.end} data-row-end>
      {verdict && <RowVerdict verdict={verdict} />}
      {!isSettled && (
        <div className={classes.buttons}>
          <RowButtons
            {...props}
            onAccept={(...given) => {
              end.current?.focus({ preventScroll: true })
              props.onAccept(...given)
            }}
          />
          <ActionMenu label={text.moreOf(accountName(row.account))}>
            <MenuItem label={text.skip} onSelect={() => leave(end.current, props, 'skipped')} />
            <MenuItem
              label={text.notPerson}
              onSelect={() => leave(end.current, props, 'machine')}
            />
          </ActionMenu>
        </div>
      )}
    </div>
  )
}

function RowButtons({ row, proposal, blocked, onAccept, onChoose }: Props) {
  const reason = useId()
  const name = accountName(row.account)
  if (!proposal) {
    return (
      <Button
        variant="default"
        aria-label={text.chooseOf(name)}
        onClick={() => onChoose(row)}
        aria-haspopup="dialog"
      >
        {text.choose}
      </Button>
    )
  }
  return (
    <>
      <Button
        variant="default"
        aria-label={text.acceptOf(ownerName(proposal), name)}
        // Not `disabled`: the reason has to be within reach of the keyboard.
        aria-disabled={blocked ? true : undefined}
        aria-describedby={blocked ? reason : undefined}
        onClick={() => blocked === undefined && onAccept(row, proposal)}
      >
        {text.accept}
      </Button>
      <Button
        variant="subtle"
        aria-label={`${text.chooseOther}: ${text.chooseOf(name)}`}
        onClick={() => onChoose(row)}
        aria-haspopup="dialog"
      >
        {text.chooseOther}
      </Button>
      {blocked && (
        <span id={reason} className={classes.reason}>
          {t.blocked(blocked)}
        </span>
      )}
    </>
  )
}

/** The row goes; the focus moves on to the next one, or back to the one before. */
function leave(end: HTMLElement | null, { row, onAside }: Props, why: Aside) {
  const own = end?.closest('tr')
  const next = own?.nextElementSibling ?? own?.previousElementSibling
  const target =
    next?.querySelector<HTMLElement>('[data-row-end] button') ??
    document.querySelector<HTMLElement>('h1')
  target?.focus({ preventScroll: true })
  onAside(row, why)
}

const looks = {
  waiting: { tone: 'busy', icon: IconLoader2 },
  sending: { tone: 'busy', icon: IconLoader2 },
  checking: { tone: 'busy', icon: IconLoader2 },
  confirmed: { tone: 'good', icon: IconCircleCheck },
  failed: { tone: 'bad', icon: IconAlertTriangle },
  taken: { tone: 'warning', icon: IconHelpCircle },
  unconfirmed: { tone: 'warning', icon: IconHelpCircle },
} as const

export function VerdictStatus({ verdict: { state, owner } }: { verdict: Verdict }) {
  const said = text.states[state]
  return (
    <StatusText {...looks[state]}>
      {typeof said === 'string' ? said : said(ownerName(owner))}
    </StatusText>
  )
}

function RowVerdict({ verdict }: { verdict: Verdict }) {
  return (
    <div className={classes.verdict}>
      <VerdictStatus verdict={verdict} />
      {verdict.words && <p className={classes.words}>{verdict.words}</p>}
      {verdict.trackingId && <TrackingId id={verdict.trackingId} />}
    </div>
  )
}
