/** What other features show of the sources. */
export { useOpenSource } from './use-open-source.ts'
