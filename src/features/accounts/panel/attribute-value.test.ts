import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { copyableText, findAttributes, maskSecrets, readAttribute } from './attribute-value.ts'

const feb5 = '2024-02-05T00:00:00.000Z'

describe('a value is shown as what it is', () => {
  test.each<[string, unknown, object]>([
    ['manager', null, { is: 'not-set' }],
    ['manager', undefined, { is: 'not-set' }],
    ['mailEnabled', false, { is: 'flag', yes: false }],
    ['title', '', { is: 'text', text: '' }],
    ['memberOf', ['A', 'B'], { is: 'list', items: ['A', 'B'] }],
    ['odd', [1, null, { a: 1 }], { is: 'list', items: ['1', 'null', '{"a":1}'] }],
    ['extra', { a: 1 }, { is: 'object', json: '{\n  "a": 1\n}' }],
    ['level', 4, { is: 'text', text: '4' }],
    ['pwdLastSet', '133515648000000000', { is: 'time', iso: feb5, written: 'filetime' }],
    ['lastLogon', 1707091200000, { is: 'time', iso: feb5, written: 'milliseconds' }],
    ['lastLogon', '1707091200', { is: 'time', iso: feb5, written: 'seconds' }],
    ['whenCreated', '20240205000000.0Z', { is: 'time', iso: feb5, written: 'directory' }],
    ['anything', '2024-02-05T00:00:00Z', { is: 'time', iso: feb5, written: 'iso' }],
    ['accountExpires', '9223372036854775807', { is: 'never', raw: '9223372036854775807' }],
  ])('%s: %j', (name, value, shown) => {
    expect(readAttribute(name, value)).toMatchObject(shown)
  })

  test('an employee number is no time, and a day is not moved by a time zone', () => {
    expect(readAttribute('employeeNumber', '133515648000000000').is).toBe('text')
    expect(readAttribute('hireDate', '2024-02-05')).toEqual({ is: 'text', text: '2024-02-05' })
  })

  test('what only looks like "never", and an impossible time, stay as the source wrote them', () => {
    expect(readAttribute('employeeNumber', '9223372036854775807').is).toBe('text')
    expect(readAttribute('whenCreated', '20241399000000.0Z').is).toBe('text')
  })
})

describe('secrets', () => {
  test.each(['password', 'userPassword', 'unicodePwd', 'apiKey', 'client_secret', 'refreshToken'])(
    '%s is not copied or found, and told apart so that it is only shown when asked for',
    (name) => {
      const value = readAttribute(name, 'hunter2')
      expect(value).toEqual({ is: 'secret', text: 'hunter2' })
      expect(copyableText(value)).toBeUndefined()
      expect(findAttributes({ [name]: 'hunter2' }, 'hunter')).toEqual([])
      expect(JSON.stringify(maskSecrets({ attributes: { [name]: 'hunter2' } }))).not.toMatch(
        /hunter/,
      )
    },
  )

  test('a list of them is one as well', () => {
    expect(readAttribute('tokens', ['a', 'b'])).toEqual({ is: 'secret', text: 'a\nb' })
  })

  test('what is told about a password is no secret', () => {
    expect(readAttribute('pwdLastSet', '0').is).toBe('text')
    expect(readAttribute('passwordNeverExpires', 'true').is).toBe('text')
    expect(readAttribute('badPwdCount', 3).is).toBe('text')
    expect(readAttribute('passwordExpired', true).is).toBe('flag')
  })
})

test('attributes come by name, and are found by name or value without regard to case', () => {
  const attributes = { mail: 'Ann@x.org', cn: 'ann', title: null }
  const names = (text: string) => findAttributes(attributes, text).map(({ name }) => name)
  expect(names('')).toEqual(['cn', 'mail', 'title'])
  expect(names('ANN')).toEqual(['cn', 'mail'])
  expect(names('TITLE')).toEqual(['title'])
  expect(names('zed')).toEqual([])
  expect(findAttributes(null, '')).toEqual([])
})

test('no attribute of any name and value makes it throw', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.string(), (attributes, text) => {
      expect(() => findAttributes(attributes, text)).not.toThrow()
      expect(() => maskSecrets({ attributes })).not.toThrow()
    }),
  )
})
