import { expect, test } from 'vitest'

import { givenAccount, givenSource } from './given.ts'
import { startTenant } from './tenant.ts'

// What a handler reads is made wrong here, so that its answer is.

test('a value that the contract does not have fails the test that asked for it', async () => {
  const { call, db } = await startTenant()
  const { id } = await givenSource(db)
  await call(`/sources/${id}`)
  await db.updateTable('source').set({ status: 'FINE' }).execute()
  for (const version of ['v2024', 'v1'] as const) {
    await expect(call(`/sources/${id}`, { version })).rejects.toThrow(
      'Not a getSource 200: /status',
    )
    await expect(call('/sources', { version })).rejects.toThrow('Not a listSources 200: /0/status')
  }
})

test('so does a field that the contract does not have, and one that is missing', async () => {
  const { call, db, ended, post } = await startTenant()
  const id = await givenAccount(db, await givenSource(db), { uid: 'ines' })
  const task = (await post(`/accounts/${id}/reload`)).json().id
  await ended(task)
  const message = { type: 'INFO', key: 'x', parameters: [], localizedText: { locale: 'en' } }
  const setMessages = (messages: object[]) =>
    db
      .updateTable('task')
      .set({ messages: JSON.stringify(messages) })
      .execute()
  await setMessages([message])
  await expect(call(`/task-status/${task}`)).rejects.toThrow("property 'message'")
  await setMessages([{ ...message, localizedText: { locale: 'en', message: 'x', colour: 'red' } }])
  await expect(call(`/task-status/${task}`)).rejects.toThrow('colour')
})
