import { expect, test } from 'vitest'

import { sentence, sentences } from '../../../src/lib/messages/de/sentences.ts'
import { say, sentences as english } from './sentences.ts'

const named = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).toSorted()

test('every sentence of the console has a German one, with the same things put in', () => {
  expect(Object.keys(sentences).toSorted()).toEqual(Object.values(english).toSorted())
  for (const [known, german] of Object.entries(sentences))
    expect(named(german)).toEqual(named(known))
})

test.for([
  [say('notLocked'), 'Es ist nicht gesperrt.'],
  [say('answered', { status: 503 }), 'Der Mandant antwortete 503.'],
  [say('owned', { owner: 'Ann (HR) [x] $&' }), 'Es gehört schon zu Ann (HR) [x] $&.'],
  [
    say('pausedItselfSaying', { failed: 10, of: 50, percent: 20, words: say('gone') }),
    '10 der letzten 50 gingen nicht gut aus; ab 20 % hält der Lauf an. Das letzte: Das Konto ist weg.',
  ],
  [
    say('unreachable', {
      url: 'http://127.0.0.1:1',
      reason: 'the connection was refused',
      check: 'restart Muster',
    }),
    'Der Mandant unter http://127.0.0.1:1 ist nicht zu erreichen (die Verbindung wurde abgelehnt): Muster neu starten.',
  ],
  ['The directory said: no.\nReally.', 'The directory said: no.\nReally.'],
  ['', ''],
] as const)('“%s” is told in German where it is the console’s own', ([words, german]) => {
  expect(sentence(words)).toBe(german)
})

test('a text of any length takes no time, and stays as it is', () => {
  const long = `The tenant at ${'a: '.repeat(30_000)}`
  expect(sentence(long)).toBe(long)
})
