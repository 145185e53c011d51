import { gzipSync } from 'node:zlib'

/**
 * A Vite plugin that fails the build where the scripts that a page waits for have grown beyond a
 * limit, in bytes after gzip: that of `entry` and what it imports statically.
 */
export function limitFirstLoad({ entry, limit }) {
  return {
    name: 'limit-first-load',
    apply: 'build',
    writeBundle(_options, bundle) {
      const files = firstLoad(bundle, entry)
      const bytes = files.reduce((sum, file) => sum + gzippedSize(bundle[file].code), 0)
      const said = `The first load is ${bytes} bytes of JavaScript after gzip`
      if (bytes <= limit) return this.info(`${said} (limit ${limit}).`)
      const list = files.map((file) => `  ${gzippedSize(bundle[file].code)}  ${file}`).join('\n')
      this.error(`${said}, more than the limit of ${limit}:\n${list}`)
    },
  }
}

/** The files of the bundle that have to be there before anything shows. */
export function firstLoad(bundle, entry) {
  const chunk = Object.values(bundle).find(
    ({ type, moduleIds }) => type === 'chunk' && moduleIds.some((id) => id.endsWith(`/${entry}`)),
  )
  if (!chunk) throw new Error(`The build has no chunk with ${entry}.`)
  const files = new Set([chunk.fileName])
  for (const file of files) {
    for (const imported of bundle[file]?.imports ?? []) files.add(imported)
  }
  return [...files]
}

const gzippedSize = (code) => gzipSync(code, { level: 9 }).length
