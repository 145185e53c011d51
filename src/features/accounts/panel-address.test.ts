import { expect, test } from 'vitest'

import { panelAddress, withoutPlace, withPlace } from './panel-address.ts'

test('an account opens beside the list that is on screen, whose state stays', () => {
  const correlation = { part: 'correlation', layer: 'reassign' } as const
  expect(
    panelAddress({ pathname: '/accounts', search: '?q=ann&at=40' }, 'a/1', correlation),
  ).toEqual({ pathname: '/accounts/a%2F1', search: 'q=ann&at=40&part=correlation&layer=reassign' })
  expect(panelAddress({ pathname: '/identities/i1', search: '' }, 'a1', correlation).pathname).toBe(
    '/identities/i1/accounts/a1',
  )
  expect(
    panelAddress({ pathname: '/identities/i1/accounts/b2', search: '' }, 'a1', correlation)
      .pathname,
  ).toBe('/identities/i1/accounts/a1')
  expect(panelAddress({ pathname: '/uncorrelated', search: '' }, 'a1', correlation).pathname).toBe(
    '/accounts/a1',
  )
})

test('another part closes what was open within the last one; the first part is not named', () => {
  const search = '?q=x&part=entitlements&layer=entitlement:e1'
  expect(withPlace(search, { part: 'json' })).toBe('q=x&part=json')
  expect(withPlace(search, { part: 'attributes' })).toBe('q=x')
  expect(withoutPlace(search).toString()).toBe('q=x')
})
