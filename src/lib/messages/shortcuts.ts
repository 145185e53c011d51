import { shortcuts } from './en/shortcuts.ts'

export const shortcutText = shortcuts
