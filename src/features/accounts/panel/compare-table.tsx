import { IconX } from '@tabler/icons-react'

import type { Account, Entitlement } from '#api/client.ts'
import { t } from '#lib/messages.ts'
import { compareText as text } from '#lib/messages/compare.ts'
import { oneLine } from '#lib/visible-text.ts'
import { IconButton } from '#ui/icon-button.tsx'
import { Link } from '#ui/link.tsx'

import { nameOf, sourceNameOf } from '../name-of.ts'
import { AttributeText } from './attribute-text.tsx'
import { compareAccounts, type Group } from './compare.ts'

import classes from './compare.module.css'

type Props = {
  accounts: Account[]
  /** Undefined where they could not be read. */
  held: (Entitlement[] | 'coming' | undefined)[]
  areAllShown: boolean
  onLeaveOut: (id: string) => void
}

/** Of the column of names, and of each account at least. */
const NAMES_PX = 140
const LEAST_PX = 180

export function CompareTable({ accounts, held, areAllShown, onLeaveOut }: Props) {
  const isComing = held.includes('coming')
  const known = held.map((some) => (some === 'coming' ? undefined : some))
  const isAlone = accounts.length < 2
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- without it no key scrolls it
    <div className={classes.scroller} tabIndex={0} role="region" aria-label={text.title}>
      <table className={classes.table} style={{ minWidth: NAMES_PX + accounts.length * LEAST_PX }}>
        <colgroup>
          <col style={{ width: NAMES_PX }} />
        </colgroup>
        <thead>
          <tr>
            <td className={classes.corner} />
            {accounts.map((account) => (
              <th key={account.id} scope="col">
                <span className={classes.head}>
                  <span>
                    <Link to={`/accounts/${encodeURIComponent(account.id)}`}>
                      {nameOf(account)}
                    </Link>
                    <span className={classes.source}>{sourceNameOf(account)}</span>
                  </span>
                  <IconButton
                    label={text.leaveOutOf(nameOf(account))}
                    icon={IconX}
                    onClick={() => onLeaveOut(account.id)}
                  />
                </span>
              </th>
            ))}
          </tr>
        </thead>
        {compareAccounts(accounts, known).map((group) => (
          <GroupRows
            key={group.id}
            group={group}
            columns={accounts.length}
            areAllShown={areAllShown || isAlone}
            note={group.id === 'entitlements' ? noteOn(isComing, known) : undefined}
          />
        ))}
      </table>
    </div>
  )
}

function noteOn(isComing: boolean, known: (Entitlement[] | undefined)[]): string | undefined {
  if (isComing) return t.loading
  return known.includes(undefined) ? text.unread : undefined
}

type GroupProps = { group: Group; columns: number; areAllShown: boolean; note: string | undefined }

function GroupRows({ group: { id, rows }, columns, areAllShown, note }: GroupProps) {
  const shown = areAllShown ? rows : rows.filter((row) => row.isDifferent)
  return (
    <tbody>
      <tr>
        <th colSpan={columns + 1} scope="colgroup" className={classes.group}>
          {text.groups[id]}{' '}
          <span className={classes.count}>{text.counted(shown.length, rows.length)}</span>
          {note && <span className={classes.count}> {note}</span>}
        </th>
      </tr>
      {shown.map(({ key, name, values, isDifferent }) => (
        <tr
          key={key}
          data-different={(areAllShown && isDifferent && values.length > 1) || undefined}
        >
          <th scope="row">{oneLine(name)}</th>
          {values.map((value, at) => (
            // The accounts have an order, and each its place in it.
            <td key={at}>{value === undefined ? t.unknown : <AttributeText value={value} />}</td>
          ))}
        </tr>
      ))}
    </tbody>
  )
}
