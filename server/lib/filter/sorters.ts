import { FilterMeaningError } from './errors.ts'

export type Sorter = { field: string; descending: boolean }

/** Reads `name,-created`. Throws FilterMeaningError for a field that the list does not sort by. */
export function parseSorters(text: string, allowed: readonly string[]): Sorter[] {
  if (text.trim() === '') return []
  return text.split(',').map((part) => {
    const name = part.trim()
    const descending = name.startsWith('-')
    const field = descending ? name.slice(1) : name
    if (!allowed.includes(field)) {
      const known = allowed.join(', ')
      throw new FilterMeaningError(
        `This list cannot be sorted by ${field || 'nothing'}. It can by ${known}.`,
        field,
      )
    }
    return { field, descending }
  })
}
