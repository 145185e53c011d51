const LEAST = [22, 22]

/** One sentence where this Node cannot run the servers. */
export function tooOld(version: string): string | undefined {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [leastMajor = 0, leastMinor = 0] = LEAST
  if (major > leastMajor || (major === leastMajor && minor >= leastMinor)) return undefined
  return `Muster needs Node ${LEAST.join('.')} or newer, and this is ${version}: start it with "npm start", which brings its own.`
}
