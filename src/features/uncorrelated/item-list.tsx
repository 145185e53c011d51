import { IconArrowRight } from '@tabler/icons-react'

import { uncorrelatedText } from '#lib/messages/uncorrelated.ts'
import { Hidden } from '#ui/hidden.tsx'

import type { Item } from './accept.ts'
import { ownerDetails, ownerName } from './names.ts'
import { ScrollBox } from './scroll-box.tsx'

import classes from './item-list.module.css'

/** Accounts with their new owners, in a box that scrolls by keyboard too. */
export function ItemList({ label, items }: { label: string; items: Item[] }) {
  return (
    <ScrollBox label={label}>
      {items.map(({ account, owner }) => (
        <li key={account.id} className={classes.item}>
          <span>
            {account.name} <span className={classes.dim}>{account.sourceName}</span>
          </span>
          <span>
            <IconArrowRight size={14} stroke={1.75} aria-hidden />{' '}
            <Hidden>{uncorrelatedText.confirm.to}</Hidden> {ownerName(owner)}{' '}
            <span className={classes.dim}>{ownerDetails(owner)}</span>
          </span>
        </li>
      ))}
    </ScrollBox>
  )
}
