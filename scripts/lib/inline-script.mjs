import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { minifySync, transformWithOxc } from 'vite'

/**
 * A Vite plugin that puts the script `file` of the project into `index.html` itself, where a tag
 * names it: it runs at once, without a request that everything else would wait for. The server
 * allows it by its hash, so it has to be the only one of its kind.
 */
export function inlineScript(file) {
  let root = ''
  return {
    name: 'inline-script',
    configResolved: (config) => {
      root = config.root
    },
    transformIndexHtml: {
      order: 'pre',
      handler: async (html) => {
        const tag = `<script src="/${file}"></script>`
        if (!html.includes(tag)) throw new Error(`index.html has no ${tag}`)
        const path = join(root, file)
        const { code } = await transformWithOxc(readFileSync(path, 'utf8'), path)
        return html.replace(tag, () => `<script>${minifySync(path, code).code}</script>`)
      },
    },
  }
}
