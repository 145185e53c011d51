/** Text that is HTML already; everything else is escaped where it is put in. */
export type Html = { html: string }
type Part = Html | string | number | false | undefined | Part[]

/** A template whose values are escaped, but for those that are HTML. */
export function html(texts: TemplateStringsArray, ...values: Part[]): Html {
  return { html: texts.map((text, at) => text + write(values[at])).join('') }
}

function write(part: Part): string {
  if (part === undefined || part === false) return ''
  if (Array.isArray(part)) return part.map(write).join('')
  return typeof part === 'object' ? part.html : escaped(String(part))
}

const signs: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string) => text.replaceAll(/[&<>"']/g, (sign) => signs[sign] ?? sign)

/** Words in which backquotes set code apart, as the contract writes its descriptions. */
export function prose(text = ''): Html {
  const parts = text
    .split('`')
    .map((part, at) => (at % 2 ? html`<code>${part}</code>` : html`${part}`))
  return html`${parts}`
}

export const codes = (texts: readonly string[]) =>
  html`${texts.map((text, at) => html`${at > 0 && ' '}<code>${text}</code>`)}`
