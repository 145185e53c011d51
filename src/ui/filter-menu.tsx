import type { Filter } from './filters.ts'
import { MenuItem } from './menu-items.tsx'

type Props = {
  filters: Filter[]
  onAdd: (filter: Filter) => void
  more?: { label: string; onSelect: () => void }
}

/** The filters that can be added, and what else there is to narrow a list by. */
export function FilterMenu({ filters, onAdd, more }: Props) {
  return (
    <>
      {filters.map((filter) => (
        <MenuItem key={filter.id} label={filter.label} onSelect={() => onAdd(filter)} />
      ))}
      {more && <MenuItem {...more} />}
    </>
  )
}
