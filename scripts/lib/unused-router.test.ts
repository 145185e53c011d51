import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { withPureComponents } from './unused-router.mjs'

const file = 'node_modules/react-router/dist/production/lib/dom/lib.js'
const code = readFileSync(join(import.meta.dirname, '../..', file), 'utf8')

test('every component that a call makes can be left out, and nothing else is touched', () => {
  const changed = withPureComponents(code)
  expect(changed).not.toBe(code)
  expect(changed).not.toMatch(/[^/] React\$1\.forwardRef\(/)
  expect(changed).not.toMatch(/^\w+\.displayName = /m)
  const plain = (text: string) =>
    text.replaceAll('/* @__PURE__ */ ', '').replace(/^\w+\.displayName = .*$/gm, '')
  expect(plain(changed)).toBe(plain(code))
})
