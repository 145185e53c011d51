import { expect, test } from 'vitest'

import { indexPlace } from './index-place.ts'

const remote = { clientId: 'one', embedded: false }
const inFolder = { folder: '/data', databaseUrl: '' }
const onPostgres = { folder: '/data', databaseUrl: 'postgres://db/muster' }
const tenants = [
  { ...remote, baseUrl: 'https://acme.api.identitynow.com' },
  { ...remote, baseUrl: 'https://acme.api.identitynow.com', clientId: 'two' },
  { ...remote, baseUrl: 'https://acme.api.identitynow.com/prefix' },
  { ...remote, baseUrl: 'http://localhost:8080' },
  { ...remote, baseUrl: 'https://localhost-8080' },
]

test('each tenant has a file of its own, and each client that reads it', () => {
  const files = tenants.map((tenant) => indexPlace(inFolder, tenant).database)

  expect(new Set(files).size).toBe(files.length)
  for (const file of files) expect(file).toMatch(/^\/data\/index-[a-z0-9.-]+-[0-9a-f]{8}\.sqlite$/)
})

test('on PostgreSQL each has a schema of its own', () => {
  const places = tenants.map((tenant) => indexPlace(onPostgres, tenant))

  expect(new Set(places.map(({ schema }) => schema)).size).toBe(places.length)
  for (const { database, schema } of places) {
    expect(database).toBe('postgres://db/muster')
    expect(schema).toMatch(/^index_[a-z0-9_]+_[0-9a-f]{8}$/)
  }
})

test('a long host name makes no name that a file system or PostgreSQL refuses', () => {
  const host = `${'a'.repeat(63)}.${'b'.repeat(63)}.${'c'.repeat(63)}.example`
  const tenant = { ...remote, baseUrl: `https://${host}` }

  expect(indexPlace(inFolder, tenant).database.length).toBeLessThan(100)
  expect(indexPlace(onPostgres, tenant).schema?.length).toBeLessThan(50)
})

test('the embedded tenant keeps its copy whatever its port', () => {
  const embedded = { clientId: 'demo', embedded: true }
  const place = indexPlace(inFolder, { ...embedded, baseUrl: 'http://127.0.0.1:4310' })

  expect(place).toEqual(indexPlace(inFolder, { ...embedded, baseUrl: 'http://127.0.0.1:50000' }))
})
