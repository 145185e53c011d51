import { expect, test } from 'vitest'

import { preloadPage } from './preload-page.mjs'

const chunk = (fileName: string, imports: string[], more = {}) => ({
  type: 'chunk',
  fileName,
  imports,
  viteMetadata: { importedCss: new Set<string>() },
  ...more,
})

const bundle = {
  'assets/entry.js': chunk('assets/entry.js', ['assets/vendor.js'], { isEntry: true }),
  'assets/vendor.js': chunk('assets/vendor.js', []),
  'assets/page.js': chunk('assets/page.js', ['assets/rows.js'], {
    facadeModuleId: '/src/page.tsx',
    viteMetadata: { importedCss: new Set(['assets/page.css']) },
  }),
  'assets/rows.js': chunk('assets/rows.js', ['assets/vendor.js']),
  'assets/other.js': chunk('assets/other.js', [], { facadeModuleId: '/src/other.tsx' }),
}
const html = '<script src="/assets/entry.js"></script><link href="/assets/vendor.js">'
const { handler } = preloadPage({ modules: ['src/page.tsx'] }).transformIndexHtml

test('a document names what the page needs and it does not name yet, and nothing else', () => {
  const tags = handler(html, { bundle })
  const named = tags?.map((tag: { attrs: { rel: string; href: string } }) => tag.attrs)
  expect(named?.map(({ rel, href }: { rel: string; href: string }) => `${rel} ${href}`)).toEqual([
    'modulepreload /assets/page.js',
    'modulepreload /assets/rows.js',
    'preload /assets/page.css',
  ])
})

test('the development server, which has no bundle, gets its document as it is', () => {
  expect(handler(html, { bundle: undefined })).toBeUndefined()
})
