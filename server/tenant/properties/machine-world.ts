import { expect } from 'vitest'

import { newId } from '../domain/ids.ts'
import type { Db } from '../store/database.ts'
import { lastingDatabase } from '../testing/database.ts'
import { givenFile, givenIdentity, givenLogin, givenSource } from '../testing/given.ts'
import { openTenant, type TestTenant } from '../testing/tenant.ts'
import { firstState, keyOf, Model, type Source } from './machine-model.ts'
import { emptied, settled } from './tables.ts'

type Ids = Record<Source | 'ines' | 'omar' | 'sami' | 'login', string>

/** A real tenant in a lasting database, with two sources and three people. */
export class World {
  tenant: TestTenant
  readonly database: string
  ids: Ids

  private constructor(tenant: TestTenant, database: string, ids: Ids) {
    this.tenant = tenant
    this.database = database
    this.ids = ids
  }

  static async open(): Promise<World> {
    const database = await lastingDatabase()
    const tenant = await openTenant({ database })
    return new World(tenant, database, await populate(tenant.db))
  }

  /** Makes the tenant hold what a new model holds. */
  async begin(): Promise<Model> {
    await emptied(this.tenant.db)
    this.ids = await populate(this.tenant.db)
    const rows = ['A', 'B'].map((uid) => {
      const { locked, attributes } = firstState(uid)
      return {
        source_id: this.ids.direct,
        native_identity: uid,
        disabled: 0 as const,
        locked: locked ? (1 as const) : (0 as const),
        attributes: JSON.stringify(attributes),
      }
    })
    await this.tenant.db.insertInto('target_account').values(rows).execute()
    await this.tenant.call(`/sources/${this.ids.direct}/load-accounts`, { method: 'POST' })
    const model = new Model()
    await this.check(model)
    return model
  }

  async restart(): Promise<void> {
    await this.tenant.close()
    this.tenant = await openTenant({ database: this.database })
  }

  /** The id of an account, or one that nobody has. */
  idOf = (model: Model, source: Source, uid: string) =>
    model.records.get(keyOf(source, uid))?.id || newId()

  /** Compares all that can be read with the model. */
  async check(model: Model): Promise<void> {
    await settled(this.tenant.db)
    await this.checkTargets(model)
    await this.checkAccounts(model)
    await this.checkHidden(model)
    await this.checkEntitlements(model)
    await this.checkTasks(model)
  }

  /** What stands on the systems behind the sources. */
  private async checkTargets(model: Model): Promise<void> {
    const rows = await this.tenant.db.selectFrom('target_account').selectAll().execute()
    const found = rows.map((row) => [
      keyOf(row.source_id === this.ids.file ? 'file' : 'direct', row.native_identity),
      {
        disabled: row.disabled === 1,
        locked: row.locked === 1,
        attributes: JSON.parse(row.attributes),
      },
    ])
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(model.targets))
  }

  private async checkAccounts(model: Model): Promise<void> {
    const { call } = this.tenant
    const response = await call('/accounts?count=true&sorters=sourceId,nativeIdentity')
    const all: Answered[] = response.json()
    expect(response.headers['x-total-count']).toBe(String(all.length))
    const login = all.find(({ id }) => id === this.ids.login)
    expect(login).toMatchObject({ disabled: model.login.disabled, identityId: this.ids.sami })
    const person = (await call(`/identities/${this.ids.sami}`)).json()
    expect(person.identityStatus === 'DISABLED').toBe(model.login.disabled)

    const rest = all.filter(({ id }) => id !== this.ids.login)
    expect(rest.map((one) => keyOf(this.sourceOf(one), one.nativeIdentity)).toSorted()).toEqual(
      [...model.records.keys()].toSorted(),
    )
    for (const one of rest) {
      const record = model.records.get(keyOf(this.sourceOf(one), one.nativeIdentity))
      if (!record) throw new Error('It was compared above')
      // An account that came back has a new id; any other keeps the one it has.
      if (record.id) expect(one.id).toBe(record.id)
      record.id = one.id
      const { name, disabled, locked, owner, manual, attributes } = record
      expect(one).toMatchObject({ name, disabled, locked, manuallyCorrelated: manual })
      expect(one.attributes).toEqual(attributes)
      expect(one.uncorrelated).toBe(owner === null)
      if (owner) expect(one.identityId).toBe(this.ids[owner])
    }
  }

  /** Each account that belongs to nobody has one hidden identity of its own, and there are no others. */
  private async checkHidden(model: Model): Promise<void> {
    const { db, call } = this.tenant
    const hidden = await db
      .selectFrom('identity')
      .select('id')
      .where('correlated', '=', 0)
      .execute()
    const strays = (await call('/accounts?filters=uncorrelated eq true')).json()
    const ids = strays.map(({ identityId }: Answered) => identityId)
    expect(ids.toSorted()).toEqual(hidden.map(({ id }) => id).toSorted())
    const expected = [...model.records.values()].filter(({ owner }) => owner === null)
    expect(ids).toHaveLength(expected.length)
  }

  private async checkEntitlements(model: Model): Promise<void> {
    const { db } = this.tenant
    const rows = await db
      .selectFrom('account_entitlement as held')
      .innerJoin('entitlement', 'entitlement.id', 'held.entitlement_id')
      .select(['held.account_id', 'entitlement.value', 'entitlement.source_id'])
      .where('held.account_id', '!=', this.ids.login)
      .execute()
    const found = rows.map((row) => `${row.account_id} ${row.source_id} ${row.value}`)
    const expected = [...model.records.values()].flatMap(({ id, source, attributes }) =>
      [attributes.groups ?? []].flat().map((value) => `${id} ${this.ids[source]} ${value}`),
    )
    expect(found.toSorted()).toEqual(expected.toSorted())
  }

  /** All tasks have ended, and those that had ended before are as they were. */
  private async checkTasks(model: Model): Promise<void> {
    const tasks: { id: string; completionStatus: unknown }[] = (
      await this.tenant.call('/task-status?limit=250')
    ).json()
    for (const task of tasks) {
      expect(task.completionStatus).not.toBeNull()
      if (model.ended.has(task.id)) expect(task).toEqual(model.ended.get(task.id))
      model.ended.set(task.id, task)
    }
    expect(tasks.length).toBe(Math.min(250, model.ended.size))
  }

  private sourceOf = ({ sourceId }: Answered): Source =>
    sourceId === this.ids.file ? 'file' : 'direct'
}

async function populate(db: Db): Promise<Ids> {
  const internal = await givenSource(db, { name: 'IdentityNow', internal: 1 })
  const sami = await givenLogin(db, internal, 'sami')
  return {
    file: (await givenFile(db)).id,
    direct: (await givenSource(db)).id,
    ines: (await givenIdentity(db, 'ines')).id,
    omar: (await givenIdentity(db, 'omar')).id,
    sami: sami.identity.id,
    login: sami.accountId,
  }
}

type Answered = Awaited<ReturnType<TestTenant['account']>>
