import { gzipSync } from 'node:zlib'

/**
 * A Vite plugin that fails the build where the scripts that a page waits for have grown beyond a
 * limit, in bytes after gzip: the entry, the modules that are imported before anything is shown
 * (the page itself, and what its loaders import), and what all of them import statically.
 */
export function limitFirstLoad({ page, modules, limit }) {
  return {
    name: 'limit-first-load',
    apply: 'build',
    writeBundle(_options, bundle) {
      const files = firstLoad(bundle, modules)
      const bytes = files.reduce((sum, file) => sum + gzippedSize(bundle[file].code), 0)
      const said = `The first load of ${page} is ${bytes} bytes of JavaScript after gzip`
      if (bytes <= limit) return this.info(`${said} (limit ${limit}).`)
      const list = files.map((file) => `  ${gzippedSize(bundle[file].code)}  ${file}`).join('\n')
      this.error(`${said}, more than the limit of ${limit}:\n${list}`)
    },
  }
}

/** The files of the bundle that have to be there before the page shows. */
export function firstLoad(bundle, modules) {
  const chunks = Object.values(bundle).filter(({ type }) => type === 'chunk')
  const entry = chunks.find(({ isEntry }) => isEntry)
  const imported = modules.map((module) => {
    const chunk = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(module))
    if (!entry || !chunk) throw new Error(`The build has no chunk for ${module}.`)
    return chunk.fileName
  })
  const files = new Set()
  const waiting = [entry.fileName, ...imported]
  for (const file of waiting) {
    if (files.has(file)) continue
    files.add(file)
    waiting.push(...(bundle[file]?.imports ?? []))
  }
  return [...files]
}

const gzippedSize = (code) => gzipSync(code, { level: 9 }).length
