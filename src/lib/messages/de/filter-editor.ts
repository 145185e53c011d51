import type { filterEditor as english } from '../en/filter-editor.ts'

export const filterEditor: typeof english = {
  apply: 'Anwenden',
  searchOptions: (name) => `In ${name} suchen`,
  noOption: 'Nichts passt',
  from: 'Von',
  to: 'Bis',
}
