import { labelOf } from '#lib/visible-text.ts'

/** What an identity is called on every screen. Everything stored has an id, and may lack a name. */
export const nameOf = ({ id, name }: { id: string; name?: string | null }): string =>
  labelOf(name) ?? id
