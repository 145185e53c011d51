import { readFileSync } from 'node:fs'

import { expect, test } from 'vitest'

import { teal } from './teal.ts'

test('the style sheet and the theme have the same ten shades', () => {
  const css = readFileSync(new URL('../app/theme.css', import.meta.url), 'utf8')
  const shades = [...css.matchAll(/--mantine-color-teal-\d: (#\w{6});/g)].map(([, hex]) => hex)
  expect(shades).toEqual([...teal])
})
