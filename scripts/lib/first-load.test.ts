import { expect, test } from 'vitest'

import { firstLoad, limitFirstLoad } from './first-load.mjs'

const chunk = (fileName: string, imports: string[], more = {}) => ({
  type: 'chunk',
  fileName,
  imports,
  code: `${fileName}${'x'.repeat(100)}`,
  ...more,
})

const bundle = {
  'entry.js': chunk('entry.js', ['vendor.js'], { isEntry: true }),
  'vendor.js': chunk('vendor.js', []),
  'list.js': chunk('list.js', ['vendor.js']),
  'page.js': chunk('page.js', ['list.js'], { facadeModuleId: '/src/page.tsx' }),
  'other.js': chunk('other.js', ['list.js'], { facadeModuleId: '/src/other.tsx' }),
  'open.js': chunk('open.js', ['views.js'], { facadeModuleId: '/src/open.ts' }),
  'views.js': chunk('views.js', ['vendor.js']),
  'style.css': { type: 'asset', fileName: 'style.css' },
}

test('a page waits for the entry, its own chunk and what they import, each once', () => {
  expect(firstLoad(bundle, ['src/page.tsx'])).toEqual([
    'entry.js',
    'page.js',
    'vendor.js',
    'list.js',
  ])
})

test('what a loader imports before the page shows is waited for as well', () => {
  const files = firstLoad(bundle, ['src/page.tsx', 'src/open.ts'])
  expect(files.toSorted()).toEqual(
    ['entry.js', 'list.js', 'open.js', 'page.js', 'vendor.js', 'views.js'].toSorted(),
  )
})

test('a page that the build does not have is an error, not zero bytes', () => {
  expect(() => firstLoad(bundle, ['src/page.tsx', 'src/renamed.tsx'])).toThrow('src/renamed.tsx')
})

function build(limit: number) {
  const said: string[] = []
  const context = {
    info: (text: string) => said.push(text),
    error: (text: string) => {
      throw new Error(text)
    },
  }
  limitFirstLoad({ page: '/page', modules: ['src/page.tsx'], limit }).writeBundle.call(
    context,
    {},
    bundle,
  )
  return said
}

test('a build above the limit fails and names the files, one at the limit passes', () => {
  const bytes = Number(/ is (\d+) bytes/.exec(build(10_000)[0] ?? '')?.[1])
  expect(build(bytes)).toHaveLength(1)
  expect(() => build(bytes - 1)).toThrow(/list\.js/)
})
