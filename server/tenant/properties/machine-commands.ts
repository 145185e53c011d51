import fc from 'fast-check'
import { expect } from 'vitest'

import {
  keyOf,
  listed,
  type Attributes,
  type Model,
  type Owner,
  type Source,
} from './machine-model.ts'
import type { World } from './machine-world.ts'

type Run = (model: Model, world: World) => Promise<void>

/** What one thing does to the tenant and to the model; afterwards both say the same. */
class Command implements fc.AsyncCommand<Model, World> {
  readonly name: string
  readonly steps: Run
  constructor(name: string, steps: Run) {
    this.name = name
    this.steps = steps
  }
  check = () => true
  async run(model: Model, world: World): Promise<void> {
    await this.steps(model, world)
    await world.check(model)
  }
  toString = () => this.name
}

const command = (name: string, given: unknown, steps: Run) =>
  new Command(`${name}(${JSON.stringify(given)})`, steps)

const source = fc.constantFrom<Source>('file', 'direct', 'direct')
const uid = fc.constantFrom('A', 'B', 'É')
const account = fc.record({ source, uid })
const groups = fc.constantFrom('', 'staff', 'staff|ops', 'ops|staff|ops')
const attributes: fc.Arbitrary<Attributes> = fc.record(
  {
    name: fc.constantFrom('Ines', '', 'Omar \u{1f600}'),
    mail: fc.constantFrom('INES@example.com', 'omar@example.com', 'nobody@example.com'),
    groups,
    city: fc.constantFrom('Lyon', ''),
  },
  { requiredKeys: [], noNullPrototype: true },
)

const create = fc.record({ source, uid, attributes }).map((given) =>
  command('create', given, async (model, { tenant, ids }) => {
    const body = {
      attributes: { ...given.attributes, uid: given.uid, sourceId: ids[given.source] },
    }
    expect((await tenant.post('/accounts', body)).statusCode).toBe(202)
    model.save(given.source, given.uid, given.attributes, false)
  }),
)

const put = fc.record({ account, attributes }).map((given) =>
  command('put', given, async (model, world) => {
    const record = model.records.get(keyOf(given.account.source, given.account.uid))
    const id = world.idOf(model, given.account.source, given.account.uid)
    const payload = { attributes: given.attributes }
    const { statusCode } = await world.tenant.call(`/accounts/${id}`, { method: 'PUT', payload })
    expect(statusCode).toBe(!record ? 404 : record.source === 'file' ? 202 : 400)
    if (statusCode === 202) model.save('file', given.account.uid, given.attributes, true)
  }),
)

const patchAttributes = fc.record({ account, city: fc.string(), groups }).map((given) =>
  command('patch attributes', given, async (model, world) => {
    const record = model.records.get(keyOf(given.account.source, given.account.uid))
    const id = world.idOf(model, given.account.source, given.account.uid)
    const { statusCode } = await world.tenant.patch(`/accounts/${id}`, [
      { op: 'add', path: '/attributes/city', value: given.city },
      { op: 'add', path: '/attributes/groups', value: given.groups },
    ])
    expect(statusCode).toBe(!record ? 404 : record.source === 'file' ? 202 : 400)
    if (statusCode !== 202 || !record) return
    const { city } = given
    model.write('file', record.uid, listed({ ...record.attributes, city, groups: given.groups }))
  }),
)

const owner = fc.constantFrom<Owner | 'nobody' | null>('ines', 'omar', 'nobody', null)
const correlate = fc.record({ account, owner }).map((given) =>
  command('correlate', given, async (model, world) => {
    const record = model.records.get(keyOf(given.account.source, given.account.uid))
    const id = world.idOf(model, given.account.source, given.account.uid)
    const to = given.owner
    const value = to === 'ines' || to === 'omar' ? world.ids[to] : to
    const operation = value === null ? { op: 'remove' } : { op: 'replace', value }
    const { statusCode } = await world.tenant.patch(`/accounts/${id}`, [
      { ...operation, path: '/identityId' },
    ])
    expect(statusCode).toBe(!record ? 404 : to === 'nobody' ? 400 : 202)
    if (statusCode !== 202 || !record) return
    if (to === 'ines' || to === 'omar') Object.assign(record, { owner: to, manual: true })
    else if (record.owner) Object.assign(record, { owner: null, manual: false })
  }),
)

/** An account that somebody marks so is not given an owner by an aggregation. */
const mark = fc.record({ account, value: fc.boolean() }).map((given) =>
  command('mark', given, async (model, world) => {
    const record = model.records.get(keyOf(given.account.source, given.account.uid))
    const id = world.idOf(model, given.account.source, given.account.uid)
    const { value } = given
    const operation = { op: 'replace', path: '/manuallyCorrelated', value }
    const { statusCode } = await world.tenant.patch(`/accounts/${id}`, [operation])
    expect(statusCode).toBe(record ? 202 : 404)
    if (record) record.manual = value
  }),
)

const verbs = fc.constantFrom('enable', 'disable', 'unlock')
const wanted = {
  enable: { disabled: false },
  disable: { disabled: true },
  unlock: { locked: false },
} as const

/** Somebody else is there first now and then; then several calls come before the first is done. */
const act = fc
  .record({
    account,
    change: fc.option(fc.constantFrom<Drift>('lock', 'disable')),
    calls: fc.array(fc.record({ verb: verbs, force: fc.boolean() }), {
      minLength: 1,
      maxLength: 4,
    }),
  })
  .map((given) =>
    command('act', given, async (model, world) => {
      const { source: from, uid: name } = given.account
      if (given.change && from === 'direct') await change(model, world, name, given.change)
      const record = model.records.get(keyOf(from, name))
      const id = world.idOf(model, from, name)
      for (const { verb, force } of given.calls) {
        const body = { forceProvisioning: force }
        const { statusCode } = await world.tenant.post(`/accounts/${id}/${verb}`, body)
        expect(statusCode).toBe(!record ? 404 : record.source === 'direct' ? 202 : 400)
        if (statusCode === 202 && record) model.provision(record, wanted[verb], force)
      }
    }),
  )

const reload = account.map((given) =>
  command('reload', given, async (model, world) => {
    const key = keyOf(given.source, given.uid)
    const isKnown = model.records.has(key)
    const id = world.idOf(model, given.source, given.uid)
    expect((await world.tenant.post(`/accounts/${id}/reload`)).statusCode).toBe(isKnown ? 202 : 404)
    if (isKnown) model.read(key)
  }),
)

const take = fc.record({ account, method: fc.constantFrom('remove', 'delete') }).map((given) =>
  command(given.method, given.account, async (model, world) => {
    const key = keyOf(given.account.source, given.account.uid)
    const id = world.idOf(model, given.account.source, given.account.uid)
    const removes = given.method === 'remove'
    const { statusCode } = await world.tenant.call(`/accounts/${id}${removes ? '/remove' : ''}`, {
      method: removes ? 'POST' : 'DELETE',
    })
    const isThere = model.records.has(key)
    if (!isThere) return expect(statusCode).toBeGreaterThanOrEqual(400)
    expect(statusCode).toBe(removes || given.account.source === 'file' ? 202 : 400)
    if (statusCode === 202) model.records.delete(key)
  }),
)

const aggregate = source.map((given) =>
  command('aggregate', given, async (model, { tenant, ids }) => {
    const url = `/sources/${ids[given]}/load-accounts`
    expect((await tenant.call(url, { method: 'POST' })).statusCode).toBe(202)
    model.aggregate(given)
  }),
)

const row = fc.record({
  uid,
  mail: fc.constantFrom('', 'ines@example.com'),
  groups,
  IIQDisabled: fc.constantFrom('', 'true', 'false'),
})
const load = fc
  .uniqueArray(row, { minLength: 1, maxLength: 4, selector: (one) => one.uid })
  .map((rows) =>
    command('load', rows, async (model, { tenant, ids }) => {
      const lines = rows.map((one) => Object.values(one).join(','))
      const csv = ['uid,mail,groups,IIQDisabled', ...lines].join('\n')
      const payload = `--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n${csv}\r\n--x--\r\n`
      const { statusCode } = await tenant.call(`/sources/${ids.file}/load-accounts`, {
        method: 'POST',
        headers: { 'content-type': 'multipart/form-data; boundary=x' },
        payload,
      })
      expect(statusCode).toBe(202)
      for (const key of model.targets.keys()) if (key.startsWith('file ')) model.targets.delete(key)
      for (const one of rows) {
        const state = { disabled: one.IIQDisabled === 'true', locked: false }
        model.targets.set(keyOf('file', one.uid), { ...state, attributes: listed(one) })
      }
      model.aggregate('file')
    }),
  )

type Drift = 'lock' | 'disable' | 'add' | 'remove'

/** Somebody else changes, adds or removes an account on the system behind the source. */
const drift = fc
  .record({ uid, kind: fc.constantFrom<Drift>('lock', 'disable', 'add', 'remove') })
  .map((given) =>
    command('drift', given, (model, world) => change(model, world, given.uid, given.kind)),
  )

async function change(model: Model, { tenant: { db }, ids }: World, name: string, kind: Drift) {
  const key = keyOf('direct', name)
  const target = model.targets.get(key)
  if (kind === 'add' && !target) {
    const attributes = { uid: name, mail: 'omar@example.com', groups: ['staff'] }
    const row = { source_id: ids.direct, native_identity: name, disabled: 0, locked: 0 } as const
    await db
      .insertInto('target_account')
      .values({ ...row, attributes: JSON.stringify(attributes) })
      .execute()
    model.targets.set(key, { disabled: false, locked: false, attributes })
  } else if (kind === 'remove') {
    await db
      .deleteFrom('target_account')
      .where('source_id', '=', ids.direct)
      .where('native_identity', '=', name)
      .execute()
    model.targets.delete(key)
  } else if (kind === 'lock' || kind === 'disable') {
    const column = kind === 'lock' ? 'locked' : 'disabled'
    await db
      .updateTable('target_account')
      .set({ [column]: 1 })
      .where('source_id', '=', ids.direct)
      .where('native_identity', '=', name)
      .execute()
    if (target) target[column] = true
  }
}

const logIn = fc.record({ enabled: fc.boolean(), many: fc.boolean() }).map((given) =>
  command('log-in', given, async (model, { tenant, ids }) => {
    const verb = given.enabled ? 'enable' : 'disable'
    const [url, body] = given.many
      ? [`/identities-accounts/${verb}`, { identityIds: [ids.sami, ids.ines, 'nobody'] }]
      : [`/identities-accounts/${ids.sami}/${verb}`, {}]
    const response = await tenant.post(url, body)
    expect(response.statusCode).toBe(given.many ? 207 : 202)
    if (given.many) {
      const verdicts = response.json().map((one: { statusCode: number }) => one.statusCode)
      expect(verdicts).toEqual([202, 404, 404])
    }
    model.login.disabled = !given.enabled
  }),
)

const restart = fc.constant(command('restart', {}, (_model, world) => world.restart()))

/** What is there more than once is done more often. */
export const everything = [
  ...Array.from({ length: 8 }, () => act),
  ...Array.from({ length: 3 }, () => drift),
].concat([
  create,
  put,
  patchAttributes,
  correlate,
  mark,
  reload,
  take,
  aggregate,
  load,
  logIn,
  restart,
])
