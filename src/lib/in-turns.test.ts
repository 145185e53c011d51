import { expect, test } from 'vitest'

import { inTurns } from './in-turns.ts'

const afterwards = () => new Promise((resolve) => setTimeout(resolve, 20))

test('changes during a slow turn do not cut it off, and are followed by one more', async () => {
  let turns = 0
  let finish = () => {}
  const turn = inTurns(async () => {
    turns += 1
    await new Promise<void>((resolve) => {
      finish = resolve
    })
  }, 0)
  for (let change = 0; change < 5; change += 1) turn.ask()
  await afterwards()
  expect(turns).toBe(1)
  finish()
  await afterwards()
  expect(turns).toBe(2)
  finish()
  await afterwards()
  expect(turns).toBe(2)
})

test('a turn that fails does not end the following', async () => {
  let turns = 0
  const turn = inTurns(() => {
    turns += 1
    return Promise.reject(new Error('The console is away'))
  }, 0)
  turn.ask()
  await afterwards()
  turn.ask()
  await afterwards()
  expect(turns).toBe(2)
})

test('nothing happens after the end', async () => {
  let turns = 0
  const turn = inTurns(async () => {
    turns += 1
  }, 0)
  turn.stop()
  turn.ask()
  await afterwards()
  expect(turns).toBe(0)
})
