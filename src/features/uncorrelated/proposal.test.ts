import { expect, test } from 'vitest'

import { isSelected, noDecisions, proposalOf, type Decisions } from './proposal.ts'
import type { Owner, Uncorrelated } from './queries.ts'

const owner = (id: string): Owner => ({ id, name: id, alias: id, email: '' })
const row = (more: Partial<Uncorrelated> = {}): Uncorrelated => ({
  account: {
    id: 'a',
    name: 'a',
    displayName: '',
    nativeIdentity: 'a',
    sourceId: 's',
    sourceName: 'S',
    authoritative: false,
    isMachine: false,
  },
  suggestions: [{ identity: owner('ada'), score: 95, evidence: [] }],
  isAmbiguous: false,
  isClear: true,
  ...more,
})
const decided = (selected?: boolean, chosen?: Owner): Decisions => ({
  selected: new Map(selected === undefined ? [] : [['a', selected]]),
  chosen: new Map(chosen ? [['a', chosen]] : []),
})

test('a clear suggestion is selected until somebody takes it out', () => {
  expect(isSelected(row(), noDecisions)).toBe(true)
  expect(isSelected(row(), decided(false))).toBe(false)
})

test('one that is not clear is proposed, and selected only by somebody', () => {
  const weak = row({ isClear: false })
  expect(proposalOf(weak, noDecisions)?.id).toBe('ada')
  expect(isSelected(weak, noDecisions)).toBe(false)
  expect(isSelected(weak, decided(true))).toBe(true)
})

test('of several that are as good none is proposed, nor can it be selected', () => {
  const twins = row({ isAmbiguous: true, isClear: false })
  expect(proposalOf(twins, noDecisions)).toBeUndefined()
  expect(isSelected(twins, decided(true))).toBe(false)
})

test('whoever is chosen by hand is proposed and selected, whatever was suggested', () => {
  for (const each of [
    row(),
    row({ isAmbiguous: true }),
    row({ suggestions: [], isClear: false }),
  ]) {
    expect(proposalOf(each, decided(undefined, owner('bob')))?.id).toBe('bob')
    expect(isSelected(each, decided(undefined, owner('bob')))).toBe(true)
  }
})

test('without a suggestion there is nothing to select', () => {
  expect(isSelected(row({ suggestions: [], isClear: false }), decided(true))).toBe(false)
})
