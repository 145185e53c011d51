export { reasonText } from './en/reasons.ts'
