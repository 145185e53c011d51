import { IconFilter, IconX } from '@tabler/icons-react'
import { useState, type ComponentType } from 'react'

import { lazyPart } from '#lib/lazy-part.ts'
import { t } from '#lib/messages.ts'

import { ActionMenu } from './action-menu.tsx'
import { describeFilter, type Filter } from './filters.ts'
import { Popup } from './popup.tsx'

import classes from './filter-bar.module.css'

const FilterEditor = lazyPart(async () => (await import('./filter-editor.tsx')).FilterEditor)

const FilterMenu = lazyPart(async () => (await import('./filter-menu.tsx')).FilterMenu)

export type FilterEditorProps = {
  filter: Filter
  values: string[]
  onChange: (values: string[]) => void
  onDone: () => void
}

type Props = {
  filters: Filter[]
  /** By filter id; a filter that is not set is absent. */
  values: Record<string, string[]>
  /** No values: the filter is taken away. */
  onChange: (id: string, values: string[]) => void
  onClear: () => void
  /** What a chip opens, where a list knows more than the filter says. */
  editor?: ComponentType<FilterEditorProps>
  /** What the menu offers below the filters. */
  more?: { label: string; onSelect: () => void }
}

/** The filters that are set, as chips that open their editors, and a menu of the others. */
export function FilterBar({ filters, values, onChange, onClear, editor, more }: Props) {
  // A filter that was just added has no value yet: its editor is open instead.
  const [added, setAdded] = useState<{ id: string; at: number }>()
  const chips = filters.flatMap((filter) => {
    const set = chosenOf(filter, values)
    const isOpen = added?.id === filter.id && added.at === set.length
    return (isOpen ? [...set, []] : set).map((chosen, at) => ({ filter, chosen, at }))
  })
  const others = filters.filter(
    (filter) => filter.isRepeated || !chips.some((chip) => chip.filter === filter),
  )
  return (
    <div className={classes.bar} role="group" aria-label={t.filters.label}>
      {chips.map(({ filter, chosen, at }) => (
        <FilterChip
          key={`${filter.id}${at}`}
          filter={filter}
          values={chosen}
          editor={editor ?? FilterEditor}
          isAdded={added?.id === filter.id && added.at === at}
          onClose={() => setAdded(undefined)}
          onChange={(next) => {
            const all = values[filter.id] ?? []
            onChange(filter.id, filter.isRepeated ? all.toSpliced(at, 1, ...next) : next)
          }}
        />
      ))}
      {(others.length > 0 || more) && (
        <ActionMenu
          label={t.filters.addLong}
          trigger={(props) => (
            <button type="button" className={classes.add} {...props}>
              <IconFilter size={16} stroke={1.75} aria-hidden />
              {t.filters.add}
            </button>
          )}
        >
          <FilterMenu
            filters={others}
            onAdd={({ id, isRepeated }) =>
              setAdded({ id, at: isRepeated ? (values[id]?.length ?? 0) : 0 })
            }
            more={more}
          />
        </ActionMenu>
      )}
      {Object.values(values).some((value) => value.length > 0) && (
        <button type="button" className={classes.clear} onClick={onClear}>
          {t.filters.clear}
        </button>
      )}
    </div>
  )
}

/** The values of each of its chips. */
function chosenOf({ id, isRepeated }: Filter, values: Props['values']): string[][] {
  const all = values[id] ?? []
  if (isRepeated) return all.map((value) => [value])
  return all.length > 0 ? [all] : []
}

type ChipProps = Omit<FilterEditorProps, 'onDone'> & {
  editor: ComponentType<FilterEditorProps>
  isAdded: boolean
  onClose: () => void
}

function FilterChip({ filter, values, editor: Editor, isAdded, onClose, onChange }: ChipProps) {
  const isSet = values.length > 0
  const [label, text] = (isSet && filter.describe?.(values)) || [
    filter.label,
    isSet ? describeFilter(filter, values) : t.filters.any,
  ]
  return (
    <span className={classes.chip}>
      <Popup
        label={label}
        kind="dialog"
        isOpenAtFirst={isAdded}
        onClose={onClose}
        trigger={(props) => (
          <button
            type="button"
            className={classes.value}
            aria-label={t.filters.edit(label, text)}
            {...props}
          >
            {label} <strong>{text}</strong>
          </button>
        )}
      >
        {(close) => <Editor filter={filter} values={values} onChange={onChange} onDone={close} />}
      </Popup>
      <button
        type="button"
        className={classes.remove}
        aria-label={t.filters.remove(label)}
        title={t.filters.remove(label)}
        onClick={() => onChange([])}
      >
        <IconX size={14} stroke={1.75} aria-hidden />
      </button>
    </span>
  )
}
