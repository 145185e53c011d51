import {
  IconArrowRight,
  IconBolt,
  IconDatabase,
  IconHistory,
  IconKey,
  IconList,
  IconUser,
  type Icon,
} from '@tabler/icons-react'
import type { MouseEvent, Ref } from 'react'

import { searchText } from '#lib/messages/search.ts'
import { Link } from '#ui/link.tsx'
import { StatusBadge } from '#ui/status-badge.tsx'

import { markedParts } from './marked-parts.ts'
import type { Group, Kind, Option } from './results.ts'

import classes from './result-list.module.css'

const icons: Record<Kind, Icon> = {
  place: IconArrowRight,
  recent: IconHistory,
  identity: IconUser,
  account: IconKey,
  source: IconDatabase,
  all: IconList,
  action: IconBolt,
}

type Props = {
  ref: Ref<HTMLDivElement>
  id: string
  groups: Group[]
  /** The option that Enter chooses, counted over all groups. */
  active: number
  /** What is marked where it stands. */
  wanted: string
  /** Whether these are the results of what was typed before. */
  isOld: boolean
  onChoose: (option: Option) => void
}

export function ResultList({ ref, id, groups, active, isOld, ...rest }: Props) {
  let first = 0
  return (
    <div
      ref={ref}
      id={id}
      role="listbox"
      aria-label={searchText.results}
      aria-busy={isOld}
      className={classes.list}
    >
      {groups.map((group) => {
        const from = first
        first += group.options.length
        const label = `${id}-${group.id}`
        return (
          <div key={group.id} role="group" aria-labelledby={label}>
            <span id={label} className={classes.label}>
              {group.label}
            </span>
            {group.options.map((option, at) => (
              <ResultOption
                key={option.id}
                id={`${id}-${from + at}`}
                option={option}
                isActive={from + at === active}
                {...rest}
              />
            ))}
          </div>
        )
      })}
    </div>
  )
}

type OptionProps = Pick<Props, 'wanted' | 'onChoose'> & {
  id: string
  option: Option
  isActive: boolean
}

function ResultOption({ id, option, isActive, wanted, onChoose }: OptionProps) {
  const { kind, title, details, statuses = [], to, action } = option
  const OptionIcon = action?.icon ?? icons[kind]
  const shared = {
    id,
    role: 'option',
    'aria-selected': isActive,
    'aria-disabled': action?.blocked !== undefined || undefined,
    tabIndex: -1,
    className: classes.option,
    // The text box keeps the focus: typing goes on wherever the pointer is.
    onMouseDown: (event: MouseEvent) => event.preventDefault(),
  }
  const content = (
    <>
      <OptionIcon size={16} stroke={1.75} aria-hidden />
      <span className={classes.texts}>
        <span className={classes.title}>
          <Marked text={title} wanted={kind === 'all' ? '' : wanted} />
        </span>
        {details.length > 0 && (
          <span className={classes.details}>
            {details.map((detail, at) => (
              <span key={detail} className={classes.detail}>
                {at > 0 && ' · '}
                <Marked text={detail} wanted={wanted} />
              </span>
            ))}
          </span>
        )}
      </span>
      {statuses.map((status) => (
        <StatusBadge key={status} status={status} />
      ))}
    </>
  )
  if (to === undefined) {
    return (
      <button type="button" {...shared} onClick={() => onChoose(option)}>
        {content}
      </button>
    )
  }
  const onClick = (event: MouseEvent) => {
    // A new tab or window leaves this one as it is.
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey) onChoose(option)
  }
  return (
    <Link to={to} {...shared} onClick={onClick}>
      {content}
    </Link>
  )
}

function Marked({ text, wanted }: { text: string; wanted: string }) {
  return markedParts(text, wanted).map(({ text: part, isMatch }, at) =>
    isMatch ? (
      // oxlint-disable-next-line react/no-array-index-key -- parts of one text, which have no other
      <mark key={at} className={classes.mark}>
        {part}
      </mark>
    ) : (
      part
    ),
  )
}
