import type { FastifyRequest } from 'fastify'

import { invalid, Refusal } from '../domain/errors.ts'

/** PostgreSQL refuses the first in every text; halves of a pair come back as another character. */
const unstorable = /\0|\p{Surrogate}/u
/** Deeper than anybody nests, and far from where writing it as JSON would overflow the stack. */
const DEEPEST = 100

/** Refuses what no database could give back as it came. */
export async function checkStorable({ params, query, body }: FastifyRequest): Promise<void> {
  if (problemIn(params)) throw new Refusal(404, 'There is nothing with an id like this.')
  const inQuery = problemIn(query)
  if (inQuery) throw invalid(`A parameter ${inQuery}.`)
  const inBody = problemIn(body)
  if (inBody) throw invalid(`The body ${inBody}.`)
}

function problemIn(value: unknown): string | undefined {
  let level: unknown[] = [value]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) return `is nested deeper than ${DEEPEST} levels`
    if (level.some((one) => typeof one === 'string' && unstorable.test(one))) {
      return 'holds U+0000 or half a pair of surrogates, which cannot be stored'
    }
    level = level.flatMap((one) =>
      typeof one === 'object' && one !== null ? [...Object.keys(one), ...Object.values(one)] : [],
    )
  }
  return undefined
}
