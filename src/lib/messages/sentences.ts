export { sentence } from './en/sentences.ts'
