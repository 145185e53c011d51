import { IconFilter, IconX } from '@tabler/icons-react'
import { Suspense, useState } from 'react'

import { lazyPart } from '#lib/lazy-part.ts'
import { t } from '#lib/messages.ts'

import { ActionMenu, MenuItem } from './action-menu.tsx'
import { describeFilter, type Filter } from './filters.ts'
import { Popup } from './popup.tsx'

import classes from './filter-bar.module.css'

const FilterEditor = lazyPart(async () => (await import('./filter-editor.tsx')).FilterEditor)

type Props = {
  filters: Filter[]
  /** By filter id; a filter that is not set is absent. */
  values: Record<string, string[]>
  /** No values: the filter is taken away. */
  onChange: (id: string, values: string[]) => void
  onClear: () => void
}

/** The filters that are set, as chips that open their editors, and a menu of the others. */
export function FilterBar({ filters, values, onChange, onClear }: Props) {
  // A filter that was just added has no value yet: its editor is open instead.
  const [added, setAdded] = useState<string>()
  const isSet = ({ id }: Filter) => (values[id]?.length ?? 0) > 0
  const shown = filters.filter((filter) => isSet(filter) || filter.id === added)
  const others = filters.filter((filter) => !shown.includes(filter))
  return (
    <div className={classes.bar} role="group" aria-label={t.filters.label}>
      {shown.map((filter) => (
        <FilterChip
          key={filter.id}
          filter={filter}
          values={values[filter.id] ?? []}
          isAdded={filter.id === added}
          onClose={() => setAdded((id) => (id === filter.id ? undefined : id))}
          onChange={(next) => onChange(filter.id, next)}
        />
      ))}
      {others.length > 0 && (
        <ActionMenu
          label={t.filters.addLong}
          trigger={(props) => (
            <button type="button" className={classes.add} {...props}>
              <IconFilter size={16} stroke={1.75} aria-hidden />
              {t.filters.add}
            </button>
          )}
        >
          {others.map(({ id, label }) => (
            <MenuItem key={id} label={label} onSelect={() => setAdded(id)} />
          ))}
        </ActionMenu>
      )}
      {filters.some(isSet) && (
        <button type="button" className={classes.clear} onClick={onClear}>
          {t.filters.clear}
        </button>
      )}
    </div>
  )
}

type ChipProps = {
  filter: Filter
  values: string[]
  isAdded: boolean
  onClose: () => void
  onChange: (values: string[]) => void
}

function FilterChip({ filter, values, isAdded, onClose, onChange }: ChipProps) {
  const text = values.length > 0 ? describeFilter(filter, values) : t.filters.any
  return (
    <span className={classes.chip}>
      <Popup
        label={filter.label}
        kind="dialog"
        isOpenAtFirst={isAdded}
        onClose={onClose}
        trigger={(props) => (
          <button
            type="button"
            className={classes.value}
            aria-label={t.filters.edit(filter.label, text)}
            {...props}
          >
            {filter.label} <strong>{text}</strong>
          </button>
        )}
      >
        {(close) => (
          <Suspense fallback={<p className={classes.note}>{t.loading}</p>}>
            <FilterEditor filter={filter} values={values} onChange={onChange} onDone={close} />
          </Suspense>
        )}
      </Popup>
      <button
        type="button"
        className={classes.remove}
        aria-label={t.filters.remove(filter.label)}
        title={t.filters.remove(filter.label)}
        onClick={() => onChange([])}
      >
        <IconX size={14} stroke={1.75} aria-hidden />
      </button>
    </span>
  )
}
