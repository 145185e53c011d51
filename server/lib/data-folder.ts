import { accessSync, constants, existsSync, mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

import { StartError } from '../start-error.ts'

/** The whole path of a folder for data, which is made where it is missing. */
export function dataFolder(data: string): string {
  const path = resolve(data)
  try {
    makeFolder(path)
    // The dot makes a file in the place of the folder an error.
    accessSync(`${path}/.`, constants.W_OK)
  } catch (error) {
    const why = error instanceof Error ? error.message.replace(/,.*$/, '') : String(error)
    throw new StartError(`The data folder ${path} cannot be written to: ${why}.`)
  }
  return path
}

/** Node's own recursive mkdir never returns where a file system answers ENOENT, as /proc does. */
function makeFolder(path: string): void {
  if (existsSync(path)) return
  makeFolder(dirname(path))
  mkdirSync(path)
}
