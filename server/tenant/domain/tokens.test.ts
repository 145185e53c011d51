import { afterEach, expect, test, vi } from 'vitest'

import { clientOf } from './clients.ts'
import { createTokens } from './tokens.ts'

const admin = () => {
  const client = clientOf('demo-admin', 'demo-admin-secret')
  if (!client) throw new Error('The tenant has no such client')
  return client
}

afterEach(() => void vi.useRealTimers())

test('a token that was accepted before is refused once it has expired', async () => {
  const tokens = createTokens('c2VjcmV0', 60)
  const { access_token } = await tokens.issue(admin())
  vi.useFakeTimers({ toFake: ['Date'] })

  vi.setSystemTime(Date.now() + 50_000)
  expect(await tokens.check(access_token)).toMatchObject({ clientId: 'demo-admin' })
  expect(await tokens.check(access_token)).toMatchObject({ clientId: 'demo-admin' })
  vi.setSystemTime(Date.now() + 11_000)
  await expect(tokens.check(access_token)).rejects.toThrow('JWT is expired')
})

test('a token with another signature is refused, also after the right one was accepted', async () => {
  const tokens = createTokens('c2VjcmV0', 60)
  const { access_token } = await tokens.issue(admin())
  await tokens.check(access_token)

  const { access_token: forged } = await createTokens('b3RoZXI', 60).issue(admin())
  await expect(tokens.check(forged)).rejects.toThrow('JWT is not valid')
  await expect(tokens.check(`${access_token}x`)).rejects.toThrow('JWT is not valid')
})
