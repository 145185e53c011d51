import { showInPanel } from './show-in-panel.ts'

/** Puts the focus into the field of an attribute (edit-input.tsx), in sight. */
export function focusField(form: HTMLFormElement | null, name: string): void {
  const fields = form?.querySelectorAll<HTMLElement>('[data-field]') ?? []
  const field = [...fields].find((each) => each.dataset.field === name)
  field?.focus({ preventScroll: true })
  showInPanel(field ?? null, 'nearest')
}
