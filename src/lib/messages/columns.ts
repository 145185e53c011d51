import { columns } from './en/columns.ts'

export const columnsText = columns
