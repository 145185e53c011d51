import { filterEditor } from './en/filter-editor.ts'

/** What is said in the editors of filters, apart since they are fetched after the rows. */
export const editorText = filterEditor
