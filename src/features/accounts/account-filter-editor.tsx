import { useQuery } from '@tanstack/react-query'

import { t } from '#lib/messages.ts'
import { useUrlState } from '#lib/use-url-state.ts'
import type { FilterEditorProps } from '#ui/filter-bar.tsx'
import { FilterEditor } from '#ui/filter-editor.tsx'

import { AttributeEditor } from './attribute-editor.tsx'
import { accountCountsQuery, isCounted, withCounts } from './counts.ts'
import { NO_VALUE } from './filters.ts'
import { parseAccountSearch, toUrl } from './search.ts'

/** The editor of a filter, with how many accounts each of its values would leave. */
export function AccountFilterEditor(props: FilterEditorProps) {
  if (props.filter.isRepeated) return <AttributeEditor {...props} />
  return isCounted(props.filter.id) ? <CountedEditor {...props} /> : <FilterEditor {...props} />
}

function CountedEditor(props: FilterEditorProps) {
  const { filter } = props
  const [search] = useUrlState(parseAccountSearch, toUrl)
  const { data, isPending } = useQuery(accountCountsQuery(search, [filter.id]))
  // They come in a moment: choices that move under the pointer would be worse.
  if (isPending) return <p>{t.loading}</p>
  return <FilterEditor {...props} filter={{ ...filter, ...optionsOf(props, data?.byFilter) }} />
}

const yesNo = [
  { value: 'yes', label: t.yes },
  { value: 'no', label: t.no },
]

function optionsOf(
  { filter, values }: FilterEditorProps,
  byFilter: Record<string, { value: string; label: string; count?: number }[]> | undefined,
) {
  const own = filter.kind === 'yes-no' ? { ...filter, options: yesNo } : filter
  const options = withCounts(own, byFilter?.[filter.id])?.map(named)
  if (!options) return {}
  // What is chosen can be taken back, though no account has it.
  const missing = values.filter((value) => !options.some((option) => option.value === value))
  return { options: [...options, ...missing.map((value) => named({ value, label: value }))] }
}

const named = <Option extends { value: string }>(option: Option) =>
  option.value === NO_VALUE ? { ...option, label: t.none } : option
