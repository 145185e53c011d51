import { expect, test } from 'vitest'

import { toApiError } from './errors.ts'
import { retry, retryDelay } from './query-client.ts'

const answer = (status: number, headers: Record<string, string> = {}) =>
  new Response(null, { status, headers })

test('the English message is preferred, wherever it stands', () => {
  const error = toApiError(answer(400), {
    detailCode: '400.1 Bad request content',
    trackingId: 'e7eab60924f64aa284175b9fa3309599',
    messages: [
      { locale: 'und', localeOrigin: 'REQUEST', text: 'Schlecht' },
      { locale: 'en-US', localeOrigin: 'DEFAULT', text: 'Bad filter' },
    ],
    causes: [],
  })
  expect(error).toMatchObject({
    status: 400,
    text: 'Bad filter',
    detailCode: '400.1 Bad request content',
    trackingId: 'e7eab60924f64aa284175b9fa3309599',
  })
})

test('a 401 and a 429 speak in shapes of their own', () => {
  expect(toApiError(answer(401), { error: 'JWT is required' }).text).toBe('JWT is required')
  const limited = toApiError(answer(429, { 'Retry-After': '7' }), {
    message: ' Rate Limit Exceeded ',
  })
  expect(limited).toMatchObject({ text: 'Rate Limit Exceeded', retryAfter: 7 })
})

test('a body that says nothing leaves the status to speak', () => {
  const bodies = [
    undefined,
    null,
    '',
    '<html>',
    7,
    [],
    {},
    { messages: 'x' },
    { messages: [null, {}] },
  ]
  for (const body of bodies) expect(toApiError(answer(502), body).text).toContain('502')
})

test('Retry-After may be a date, and is never negative or junk', () => {
  const past = toApiError(answer(429, { 'Retry-After': 'Wed, 21 Oct 2015 07:28:00 GMT' }), {})
  expect(past.retryAfter).toBe(0)
  expect(toApiError(answer(429, { 'Retry-After': 'soon' }), {}).retryAfter).toBeUndefined()
  expect(toApiError(answer(429), {}).retryAfter).toBeUndefined()
})

test('a refusal is final, a full rate limit and an outage are tried again', () => {
  const of = (status: number) => toApiError(answer(status), {})
  for (const status of [400, 401, 403, 404, 409]) expect(retry(0, of(status))).toBe(false)
  for (const status of [429, 500, 502, 503]) expect(retry(0, of(status))).toBe(true)
  expect(retry(2, of(500))).toBe(false)
  expect(retry(0, new Error('ours'))).toBe(false)
})

test('the wait that the tenant asks for is obeyed, within half a second and two minutes', () => {
  const wait = (seconds: string) =>
    retryDelay(0, toApiError(answer(429, { 'Retry-After': seconds }), {}))
  expect(wait('7')).toBe(7000)
  expect(wait('0')).toBe(500)
  expect(wait('1000000000')).toBe(120_000)
})
