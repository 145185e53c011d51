import { expect, test } from 'vitest'

import { firstLoad, limitFirstLoad } from './first-load.mjs'

const chunk = (fileName: string, imports: string[], moduleIds: string[] = []) => ({
  type: 'chunk',
  fileName,
  imports,
  moduleIds,
  code: `${fileName}${'x'.repeat(100)}`,
})

const bundle = {
  'style.css': { type: 'asset', fileName: 'style.css' },
  'vendor.js': chunk('vendor.js', ['runtime.js']),
  'runtime.js': chunk('runtime.js', []),
  'list.js': chunk('list.js', ['vendor.js']),
  'app.js': chunk('app.js', ['list.js', 'runtime.js'], ['/src/list-page.tsx', '/src/main.tsx']),
  'other.js': chunk('other.js', ['app.js'], ['/src/other.tsx']),
}

test('the first load is the entry and what it imports, each once', () => {
  expect(firstLoad(bundle, 'src/main.tsx')).toEqual([
    'app.js',
    'list.js',
    'runtime.js',
    'vendor.js',
  ])
})

test('an entry that the build does not have is an error, not zero bytes', () => {
  expect(() => firstLoad(bundle, 'src/renamed.tsx')).toThrow('src/renamed.tsx')
})

function build(limit: number) {
  const said: string[] = []
  const context = {
    info: (text: string) => said.push(text),
    error: (text: string) => {
      throw new Error(text)
    },
  }
  limitFirstLoad({ entry: 'src/main.tsx', limit }).writeBundle.call(context, {}, bundle)
  return said
}

test('a build above the limit fails and names the files, one at the limit passes', () => {
  const bytes = Number(/ is (\d+) bytes/.exec(build(10_000)[0] ?? '')?.[1])
  expect(build(bytes)).toHaveLength(1)
  expect(() => build(bytes - 1)).toThrow(/list\.js/)
})
