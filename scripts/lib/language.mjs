import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const PSEUDO = '\0pseudo:'
const pseudoText = fileURLToPath(new URL('pseudo-text.mjs', import.meta.url))

/** Which of Vite's modes is of which language; its own are English. */
export const languageOf = (mode) => (mode === 'de' || mode === 'pseudo' ? mode : 'en')

/**
 * A Vite plugin that builds the application in the language that its mode names: `vite build --mode
 * de` takes the catalogue src/lib/messages/de in the place of en, and leaves the page in dist/de. The
 * mode `pseudo` is for tests: every text of the catalogue is marked and longer.
 */
export function inLanguage(mode) {
  const language = languageOf(mode)
  return {
    name: 'in-language',
    enforce: 'pre',
    config: () =>
      language === 'en' ? {} : { base: `/${language}/`, build: { outDir: `dist/${language}` } },
    async resolveId(source, importer) {
      if (language === 'en' || !isCatalogue(importer) || !source.includes('/en/')) return undefined
      if (language === 'pseudo') {
        const english = await this.resolve(source, importer, { skipSelf: true })
        return english && PSEUDO + english.id
      }
      return this.resolve(source.replace('/en/', `/${language}/`), importer, { skipSelf: true })
    },
    load(id) {
      if (!id.startsWith(PSEUDO)) return undefined
      const file = id.slice(PSEUDO.length)
      const names = [...readFileSync(file, 'utf8').matchAll(/^export const (\w+)/gm)]
      const made = names.map(([, name]) => `export const ${name} = pseudo(all.${name})`)
      const imports = `import * as all from ${JSON.stringify(file)}\nimport { pseudo } from ${JSON.stringify(pseudoText)}`
      return [imports, ...made].join('\n')
    },
    transformIndexHtml: (html) =>
      language === 'de' ? html.replace('<html lang="en">', '<html lang="de">') : html,
  }
}

/** Each part of the catalogue has a file that names its language, and the language's folder. */
const isCatalogue = (file) => /\/src\/lib\/messages(\.ts|\/[\w-]+\.ts)$/.test(file ?? '')
