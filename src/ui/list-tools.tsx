import type { ComponentType, ReactNode } from 'react'

import { NoMatch, NothingYet } from './empty-state.tsx'
import { ErrorPanel, type Problem } from './error-panel.tsx'
import { FilterBar, type FilterEditorProps } from './filter-bar.tsx'
import type { Filter } from './filters.ts'
import { Toolbar } from './list-layout.tsx'
import { SearchInput } from './search-input.tsx'

/** The part of a list's URL state that decides which rows there are, and where it stands. */
type Search = { q: string; filters: Record<string, string[]>; at: number }
type Change = (change: Partial<Search>, options?: { replace?: boolean }) => void

type Props = {
  search: Search
  onChange: Change
  filters: Filter[]
  text: { search: string; searchHint: string; hintOf?: (text: string) => string | undefined }
  editor?: ComponentType<FilterEditorProps>
  more?: { label: string; onSelect: () => void }
  /** How fresh the rows are. */
  status: ReactNode
}

/** Search, filters and freshness, above every list alike. */
export function ListTools(props: Props) {
  const { search, onChange, filters, text, editor, more } = props
  return (
    <Toolbar>
      <SearchInput
        label={text.search}
        placeholder={text.searchHint}
        hint={text.hintOf}
        value={search.q}
        onSearch={(q) => onChange({ q, at: 0 }, { replace: true })}
      />
      <FilterBar
        filters={filters}
        values={search.filters}
        onChange={(id, values) => onChange({ filters: { ...search.filters, [id]: values }, at: 0 })}
        onClear={() => clear(onChange)}
        editor={editor}
        more={more}
      />
      {props.status}
    </Toolbar>
  )
}

type EmptyProps = {
  /** What failed, if something did: then nothing is known about whether there are rows. */
  problem: Problem | undefined
  onRetry: () => void
  search: Search
  onChange: Change
  text: { none: string; noneText: string }
}

/** In place of the rows: a failure, no match and nothing at all are three different things. */
export function ListWithoutRows({ problem, onRetry, search, onChange, text }: EmptyProps) {
  if (problem) return <ErrorPanel problem={problem} onRetry={onRetry} />
  const isNarrowed = search.q.trim() !== '' || Object.values(search.filters).some((v) => v.length)
  if (isNarrowed) return <NoMatch onClear={() => clear(onChange)} />
  return <NothingYet title={text.none} text={text.noneText} />
}

const clear = (onChange: Change) => onChange({ q: '', filters: {}, at: 0 })
