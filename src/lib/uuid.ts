/**
 * A random UUID (RFC 9562, version 4). `crypto.randomUUID` is missing on a page that came over plain
 * HTTP from elsewhere than this machine.
 */
export function newUuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const hex = Array.from(bytes, (byte, at) => {
    const own = at === 6 ? (byte & 0x0f) | 0x40 : byte
    return (at === 8 ? (byte & 0x3f) | 0x80 : own).toString(16).padStart(2, '0')
  }).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
