import { expect, test } from 'vitest'

import { indexFile } from './index-file.ts'

const remote = { clientId: 'one', embedded: false }

test('each tenant has a file of its own, and each client that reads it', () => {
  const files = [
    indexFile('/data', { ...remote, baseUrl: 'https://acme.api.identitynow.com' }),
    indexFile('/data', { ...remote, baseUrl: 'https://acme.api.identitynow.com', clientId: 'two' }),
    indexFile('/data', { ...remote, baseUrl: 'https://acme.api.identitynow.com/prefix' }),
    indexFile('/data', { ...remote, baseUrl: 'http://localhost:8080' }),
    indexFile('/data', { ...remote, baseUrl: 'https://localhost-8080' }),
  ]

  expect(new Set(files).size).toBe(files.length)
  for (const file of files) expect(file).toMatch(/^\/data\/index-[a-z0-9.-]+-[0-9a-f]{8}\.sqlite$/)
})

test('a long host name makes no name that a file system refuses', () => {
  const host = `${'a'.repeat(63)}.${'b'.repeat(63)}.${'c'.repeat(63)}.example`

  expect(indexFile('', { ...remote, baseUrl: `https://${host}` }).length).toBeLessThan(100)
})

test('the embedded tenant keeps its file whatever its port', () => {
  const embedded = { clientId: 'demo', embedded: true }
  const file = indexFile('/data', { ...embedded, baseUrl: 'http://127.0.0.1:4310' })

  expect(file).toBe(indexFile('/data', { ...embedded, baseUrl: 'http://127.0.0.1:50000' }))
})
