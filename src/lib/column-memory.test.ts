import { beforeEach, expect, test, vi } from 'vitest'

const store = new Map<string, string>()

/** A page that is opened anew: it reads what is stored. */
async function opened() {
  vi.resetModules()
  const { keepColumns, keptColumns } = await import('./column-memory.ts')
  return { keepColumns, keptColumns }
}

beforeEach(() => {
  store.clear()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => store.get(key) ?? null,
    setItem: (key: string, value: string) => store.set(key, value),
  })
})

test('columns and widths are there at the next visit, each for its list', async () => {
  const before = await opened()
  before.keepColumns('accounts', { shown: ['status'] })
  before.keepColumns('accounts', { widths: { status: 90 } })
  before.keepColumns('tasks', { widths: { type: 70 } })

  const { keptColumns } = await opened()

  expect(keptColumns('accounts')).toEqual({ shown: ['status'], widths: { status: 90 } })
  expect(keptColumns('tasks')).toEqual({ widths: { type: 70 } })
  expect(keptColumns('sources')).toEqual({ widths: {} })
})

test.each(['no JSON', 'null', '7', '[]', '{"accounts":null}', '{"accounts":{"widths":[]}}'])(
  'what somebody else has stored does no harm: %s',
  async (text) => {
    store.set('muster-columns', text)
    const { keptColumns } = await opened()
    expect(keptColumns('accounts').widths).toEqual({})
  },
)

test('of what is stored only what is understood is taken', async () => {
  const widths = { status: 90, name: 'wide', type: -1 }
  store.set('muster-columns', JSON.stringify({ accounts: { shown: ['status', 7], widths } }))
  const { keptColumns } = await opened()
  expect(keptColumns('accounts')).toEqual({ shown: ['status'], widths: { status: 90 } })
})

test('without storage a choice lasts as long as the page', async () => {
  vi.stubGlobal('localStorage', undefined)
  const { keepColumns, keptColumns } = await opened()
  keepColumns('accounts', { shown: ['status'] })
  expect(keptColumns('accounts').shown).toEqual(['status'])
})
