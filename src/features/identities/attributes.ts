export type AttributeRow = { name: string; value: string }

/** By name; values of any kind as text, and what is not set left out. */
export function attributeRows(attributes: Record<string, unknown> | undefined): AttributeRow[] {
  return Object.entries(attributes ?? {})
    .map(([name, value]) => ({ name, value: textOf(value) }))
    .filter(({ value }) => value !== '')
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map(textOf).filter(Boolean).join(', ')
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

export function searchAttributes(rows: AttributeRow[], search: string): AttributeRow[] {
  const wanted = search.trim().toLowerCase()
  return rows.filter(({ name, value }) => `${name} ${value}`.toLowerCase().includes(wanted))
}
