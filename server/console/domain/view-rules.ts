import { Refusal } from './failures.ts'

const LONGEST_NAME = 80
/** What goes through every proxy on the way as part of an address. */
const LONGEST_QUERY = 4000

/** The name as it is kept: spaces around it are nobody's intention, and two in a row look like one. */
export function checkName(given: string): string {
  const name = given.normalize('NFC').replaceAll(/\s+/gu, ' ').trim()
  if (name === '') throw new Refusal(400, 'A view needs a name.')
  if (/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(name.replaceAll('\u200D', ''))) {
    throw new Refusal(400, 'The name holds characters that cannot be seen.')
  }
  if ([...name].length > LONGEST_NAME) {
    throw new Refusal(400, `The name is longer than ${LONGEST_NAME} characters.`)
  }
  return name
}

/** The query of an address, without the question mark, as a browser writes it. */
export function checkQuery(query: string): string {
  if (query.length > LONGEST_QUERY) {
    throw new Refusal(400, `The state of the list is longer than ${LONGEST_QUERY} characters.`)
  }
  if (!/^[\w\-.~!$&'()*+,;=:@/?%]*$/.test(query) || !isDecodable(query)) {
    throw new Refusal(400, 'The state of the list is not the query of an address.')
  }
  return query
}

function isDecodable(query: string): boolean {
  try {
    decodeURIComponent(query)
    return !query.includes('%00')
  } catch {
    return false // a percent sign that encodes nothing
  }
}
