/**
 * The account, read at the tenant itself with a token that the shell holds: what is copied is safe to
 * paste into a ticket.
 */
export function curlFor(baseUrl: string, accountId: string): string {
  const url = `${baseUrl.replace(/\/+$/, '')}/v2024/accounts/${encodeURIComponent(accountId)}`
  return `curl --silent --show-error --fail-with-body --header "Authorization: Bearer $TOKEN" --header 'Accept: application/json' ${quoted(url)}`
}

/** For a POSIX shell: a single quote ends the text, is escaped, and begins it again. */
const quoted = (text: string) => `'${text.replaceAll("'", String.raw`'\''`)}'`
