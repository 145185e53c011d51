import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { useLayoutEffect, useRef } from 'react'

import { columnsText as text } from '#lib/messages/columns.ts'

import { Button } from './button.tsx'
import type { ColumnName } from './columns.ts'
import { IconButton } from './icon-button.tsx'
import { announce } from './live-region.tsx'
import type { ColumnChoice } from './use-columns.ts'

import classes from './column-list.module.css'

/** Every column of a list: those that are shown, in their order, then the others. */
export function ColumnList({ choice }: { choice: ColumnChoice }) {
  const { names, shown, isUsual, onShow } = choice
  const list = useRef<HTMLUListElement>(null)
  const moved = useRef<string>(undefined)

  // What is moved in the page loses the focus; whoever moves a column on keeps its button.
  useLayoutEffect(() => {
    if (!moved.current) return
    const button = list.current?.querySelector(`[data-move="${CSS.escape(moved.current)}"]`)
    moved.current = undefined
    if (button instanceof HTMLElement) button.focus()
  }, [shown])

  const chosen = shown.flatMap((id) => names.find((name) => name.id === id) ?? [])
  const others = names.filter((name) => !chosen.includes(name))
  const ids = chosen.map(({ id }) => id)

  function toggle({ id }: ColumnName, isShown: boolean) {
    onShow(isShown ? [...ids, id] : ids.filter((each) => each !== id))
  }
  function move({ id, label }: ColumnName, by: 1 | -1) {
    const from = ids.indexOf(id)
    const to = from + by
    if (to < 0 || to >= ids.length) return
    moved.current = `${id}${by}`
    announce(text.moved(label, to + 1, ids.length))
    onShow(ids.toSpliced(from, 1).toSpliced(to, 0, id))
  }
  return (
    <div className={classes.box}>
      <ul ref={list} className={classes.list}>
        {[...chosen, ...others].map((name) => {
          const at = chosen.indexOf(name)
          return (
            <li key={name.id} className={classes.column}>
              <label className={classes.name}>
                <input
                  type="checkbox"
                  className={classes.check}
                  checked={at >= 0}
                  onChange={(event) => toggle(name, event.currentTarget.checked)}
                />
                {name.label}
              </label>
              {at >= 0 && (
                <>
                  <IconButton
                    label={text.up(name.label)}
                    icon={IconChevronUp}
                    data-move={`${name.id}-1`}
                    aria-disabled={at === 0 || undefined}
                    onClick={() => move(name, -1)}
                  />
                  <IconButton
                    label={text.down(name.label)}
                    icon={IconChevronDown}
                    data-move={`${name.id}1`}
                    aria-disabled={at === chosen.length - 1 || undefined}
                    onClick={() => move(name, 1)}
                  />
                </>
              )}
            </li>
          )
        })}
      </ul>
      <div className={classes.end}>
        <p className={classes.note}>{text.note}</p>
        {!isUsual && (
          <Button variant="subtle" onClick={() => onShow(names.map(({ id }) => id))}>
            {text.reset}
          </Button>
        )}
      </div>
    </div>
  )
}
