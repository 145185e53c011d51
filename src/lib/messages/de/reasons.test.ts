import { readFileSync } from 'node:fs'

import { expect, test } from 'vitest'

import { reasonText, reasons } from './reasons.ts'

test('every reason that the console may give has its German words', () => {
  const contract = readFileSync(
    new URL('../../../../server/openapi/console.yaml', import.meta.url),
    'utf8',
  )
  const list = /\n {4}Reason:\n[\s\S]*?enum:\n((?: {12}- \w+\n)+)/.exec(contract)?.[1] ?? ''
  const codes = [...list.matchAll(/- (\w+)/g)].map(([, code]) => code)
  expect(codes.length).toBeGreaterThan(10)
  expect(Object.keys(reasons).toSorted()).toEqual(codes.toSorted())
})

test('a reason of a newer console is told as that says it', () => {
  expect(reasonText({ code: 'notLocked', text: 'It is not locked.' })).toBe(
    'Es ist nicht gesperrt.',
  )
  expect(reasonText({ code: 'new', text: 'Something new.' })).toBe('Something new.')
})
