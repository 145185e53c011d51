import { expect, test } from 'vitest'

import { hrefOf } from './link.tsx'

test('a place is linked by its address, whichever way it is given', () => {
  expect(hrefOf('/accounts?q=ann')).toBe('/accounts?q=ann')
  expect(hrefOf({ pathname: '/accounts' })).toBe('/accounts')
  expect(hrefOf({ pathname: '/accounts', search: '?q=ann' })).toBe('/accounts?q=ann')
  expect(hrefOf({ pathname: '/accounts', search: 'q=ann', hash: '#top' })).toBe(
    '/accounts?q=ann#top',
  )
})

test('a state of the open page is linked without naming the page, the plain state too', () => {
  const page = 'http://muster.example/accounts/1?part=json&q=ann'
  expect(new URL(hrefOf({ search: 'part=json' }), page).href).toBe(
    'http://muster.example/accounts/1?part=json',
  )
  const plain = new URL(hrefOf({ search: '' }), page)
  expect(`${plain.pathname}${plain.search}`).toBe('/accounts/1')
})
