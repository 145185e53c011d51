import { GetSourceSchemasIncludeTypesV2024 } from 'sailpoint-api-client'
import { expect } from 'vitest'

import { newId } from '../../domain/ids.ts'
import { givenAccount, givenFile, givenSource } from '../given.ts'
import type { Sdk, Stories } from './sdk.ts'

let number = 0
const given = ({ db }: Sdk) => givenSource(db, { name: `Source ${(number += 1)}` })

/** A task that waits for longer than any test. */
async function waiting({ db }: Sdk): Promise<string> {
  const id = newId()
  const now = new Date().toISOString()
  await db
    .insertInto('task')
    .values({
      id,
      kind: 'aggregate',
      state: 'waiting',
      due_at: Date.now() + 1_000_000_000,
      input: '{}',
      type: 'QUARTZ',
      unique_name: 'Cloud Account Aggregation',
      description: '',
      launcher: 'System',
      created: now,
      modified: now,
    })
    .execute()
  return id
}

const end = [{ op: 'replace' as const, path: '/completionStatus', value: 'TERMINATED' }]
const xSailPointExperimental = 'true'

export const sourceStories: Stories = {
  async listSources(sdk) {
    const { id, name } = await given(sdk)
    const { data } = await sdk.sources.listSources({ filters: `name eq "${name}"` })
    expect(data).toMatchObject([{ id, name }])
  },
  async getSource(sdk) {
    const { id, name } = await given(sdk)
    expect((await sdk.sources.getSource({ id })).data).toMatchObject({ id, name, healthy: true })
  },
  async getSourceSchemas(sdk) {
    const { id: sourceId } = await given(sdk)
    const all = await sdk.sources.getSourceSchemas({ sourceId })
    expect(all.data.map(({ name }) => name)).toEqual(['account', 'group'])
    const includeTypes = GetSourceSchemasIncludeTypesV2024.Group
    const groups = await sdk.sources.getSourceSchemas({ sourceId, includeTypes })
    expect(groups.data).toMatchObject([{ name: 'group', id: all.data[1]?.id }])
    const includeNames = 'account'
    expect((await sdk.sources.getSourceSchemas({ sourceId, includeNames })).data).toHaveLength(1)
  },
  async importAccounts(sdk) {
    const { accounts, db, ended, sources } = sdk
    const { id } = await givenFile(db, { name: 'Uploaded' })
    const file = new File(['uid,name\nB1,One\nB2,Two\n'], 'badges.csv', { type: 'text/csv' })
    const load = await sources.importAccounts({ id, file, disableOptimization: 'true' })
    expect(await ended(load.data.task?.id)).toMatchObject({ completionStatus: 'SUCCESS' })
    const found = await accounts.listAccounts({ filters: `sourceId eq "${id}"`, sorters: 'name' })
    expect(found.data.map((account) => account.nativeIdentity)).toEqual(['B1', 'B2'])

    const direct = await given(sdk)
    await givenAccount(db, direct, { uid: 'ines' })
    await db.deleteFrom('account').where('source_id', '=', direct.id).execute()
    const again = await sources.importAccounts({ id: direct.id })
    expect(await ended(again.data.task?.id)).toMatchObject({ completionStatus: 'SUCCESS' })
    const { data } = await accounts.listAccounts({ filters: `sourceId eq "${direct.id}"` })
    expect(data).toMatchObject([{ nativeIdentity: 'ines' }])
  },
  async getAccountAggregationStatus(sdk) {
    const source = await given(sdk)
    await givenAccount(sdk.db, source, { uid: 'ines' })
    await sdk.db.deleteFrom('account').where('source_id', '=', source.id).execute()
    const { data } = await sdk.sources.importAccounts({ id: source.id })
    const id = data.task?.id ?? ''
    await sdk.ended(id)
    const status = await sdk.aggregations.getAccountAggregationStatus({ id })
    expect(status.data).toMatchObject({
      status: 'COMPLETED',
      totalAccounts: 1,
      processedAccounts: 1,
    })
  },
}

export const taskStories: Stories = {
  async getTaskStatusList(sdk) {
    const id = await waiting(sdk)
    const read = (filters: string) => sdk.tasks.getTaskStatusList({ filters, count: true })
    expect((await read(`id eq "${id}"`)).data).toEqual([])
    await sdk.tasks.updateTaskStatus({ id, xSailPointExperimental, jsonPatchOperationV2024: end })
    const { data, headers } = await read(`id eq "${id}" and type eq "CLOUD_ACCOUNT_AGGREGATION"`)
    expect(data).toMatchObject([{ id, type: 'QUARTZ', completionStatus: 'TERMINATED' }])
    expect(headers['x-total-count']).toBe('1')
  },
  async getTaskStatus(sdk) {
    const id = await waiting(sdk)
    const { data } = await sdk.tasks.getTaskStatus({ id })
    expect(data).toMatchObject({ id, completionStatus: null, completed: null })
  },
  async updateTaskStatus(sdk) {
    const id = await waiting(sdk)
    const request = { id, xSailPointExperimental, jsonPatchOperationV2024: end }
    const { data } = await sdk.tasks.updateTaskStatus(request)
    expect(data).toMatchObject({ id, completionStatus: 'TERMINATED', percentComplete: 100 })
    await expect(sdk.tasks.updateTaskStatus(request)).rejects.toMatchObject({
      response: { status: 400 },
    })
  },
  async getPendingTasks(sdk) {
    const id = await waiting(sdk)
    const { data } = await sdk.tasks.getPendingTasks({ limit: 250 })
    expect(data.map((task) => task.id)).toContain(id)
  },
  async getPendingTaskHeaders(sdk) {
    await waiting(sdk)
    const { data, headers, status } = await sdk.tasks.getPendingTaskHeaders({
      xSailPointExperimental,
      count: true,
    })
    const { data: rows } = await sdk.tasks.getPendingTasks({ limit: 250 })
    expect([status, data]).toEqual([200, ''])
    expect(Number(headers['x-total-count'])).toBe(rows.length)
  },
}
