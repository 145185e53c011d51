import { expect } from 'vitest'

import { givenSource } from '../given.ts'
import type { Sdk, Stories } from './sdk.ts'

let number = 0

async function given({ db, searchAttributes }: Sdk) {
  const name = `mail${(number += 1)}`
  const { id } = await givenSource(db, { name: `Source of ${name}` })
  const searchAttributeConfigV2024 = {
    name,
    displayName: 'Mail',
    applicationAttributes: { [id]: 'mail' },
  }
  const create = () => searchAttributes.createSearchAttributeConfig({ searchAttributeConfigV2024 })
  return { name, create, wanted: searchAttributeConfigV2024 }
}

const xSailPointExperimental = 'true'

export const searchAttributeStories: Stories = {
  async createSearchAttributeConfig(sdk) {
    const { create } = await given(sdk)
    expect((await create()).status).toBe(202)
    await expect(create()).rejects.toMatchObject({ response: { status: 400 } })
  },
  async getSearchAttributeConfig(sdk) {
    const { create, wanted } = await given(sdk)
    await create()
    const { data } = await sdk.searchAttributes.getSearchAttributeConfig({ xSailPointExperimental })
    expect(data).toContainEqual(wanted)
  },
  async getSingleSearchAttributeConfig(sdk) {
    const { create, name, wanted } = await given(sdk)
    const read = () =>
      sdk.searchAttributes.getSingleSearchAttributeConfig({ name, xSailPointExperimental })
    expect((await read()).status).toBe(204)
    await create()
    expect((await read()).data).toEqual(wanted)
  },
  async patchSearchAttributeConfig(sdk) {
    const { create, name, wanted } = await given(sdk)
    await create()
    const { data } = await sdk.searchAttributes.patchSearchAttributeConfig({
      name,
      xSailPointExperimental,
      jsonPatchOperationV2024: [{ op: 'replace', path: '/displayName', value: 'Post' }],
    })
    expect(data).toEqual({ ...wanted, displayName: 'Post' })
  },
  async deleteSearchAttributeConfig(sdk) {
    const { create, name } = await given(sdk)
    await create()
    const remove = () =>
      sdk.searchAttributes.deleteSearchAttributeConfig({ name, xSailPointExperimental })
    expect((await remove()).status).toBe(204)
    await expect(remove()).rejects.toMatchObject({ response: { status: 404 } })
  },
}
