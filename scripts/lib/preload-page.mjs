import { firstLoad } from './first-load.mjs'

/**
 * A Vite plugin that names the scripts and styles of a page in `index.html`, so that the browser
 * fetches them beside the application's own: by itself it learns of them only once that one runs.
 */
export function preloadPage({ modules }) {
  let base = '/'
  return {
    name: 'preload-page',
    apply: 'build',
    configResolved: (config) => {
      base = config.base
    },
    transformIndexHtml: {
      order: 'post',
      // Without a bundle it is the development server that asks.
      handler: (html, { bundle }) =>
        bundle && missing(html, bundle, modules).map((file) => link(base + file)),
    },
  }
}

/** What the page needs and the document does not name yet. */
function missing(html, bundle, modules) {
  const scripts = firstLoad(bundle, modules)
  const styles = scripts.flatMap((file) => [...(bundle[file].viteMetadata?.importedCss ?? [])])
  return [...new Set([...scripts, ...styles])].filter((file) => !html.includes(`/${file}"`))
}

function link(file) {
  const kind = file.endsWith('.css') ? { rel: 'preload', as: 'style' } : { rel: 'modulepreload' }
  return { tag: 'link', attrs: { ...kind, crossorigin: '', href: file }, injectTo: 'head' }
}
