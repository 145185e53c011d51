import { afterAll, beforeAll, expect, test } from 'vitest'

import { readContract } from './http/contract.ts'
import { accountStories } from './testing/sdk/accounts.ts'
import { identityStories } from './testing/sdk/identities.ts'
import { sdkMethods, startSdk, type Sdk } from './testing/sdk/sdk.ts'
import { searchAttributeStories } from './testing/sdk/search-attributes.ts'
import { sourceStories, taskStories } from './testing/sdk/sources.ts'

const stories = {
  ...accountStories,
  ...searchAttributeStories,
  ...identityStories,
  ...sourceStories,
  ...taskStories,
}
const operationIds = readContract().operations.map(({ operationId }) => operationId)

let sdk: Sdk
beforeAll(async () => {
  sdk = await startSdk()
})
afterAll(() => sdk.close())

test('every method that the SDK has for an operation of the contract has a story', () => {
  const offered = operationIds.filter((id) => sdkMethods.includes(id))
  expect(Object.keys(stories).toSorted()).toEqual(offered.toSorted())
  expect(offered).toHaveLength(35)
  // This operation came to the published contract after the SDK.
  expect(operationIds.filter((id) => !offered.includes(id))).toEqual(['sendClassifyMachineAccount'])
})

test.each(Object.entries(stories))('%s of the SDK does what it says', async (method, story) => {
  sdk.called.clear()
  await story(sdk)
  expect(sdk.called).toContain(method)
})
