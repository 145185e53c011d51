import { StartError } from '../start-error.ts'
import { DatabaseUnusable } from './unusable.ts'

/** What is wrong with a database is for whoever starts the server, not a fault of ours. */
export async function asStartError<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof DatabaseUnusable) throw new StartError(error.message)
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (!(error instanceof Error) || !code.startsWith('SQLITE_')) throw error
    throw new StartError(`The database ${path} cannot be used: ${error.message}.`)
  }
}
