import { ConfigError, describeConfig, readConfig } from './config.ts'
import { tooOld } from './lib/node-version.ts'
import { StartError } from './start-error.ts'

const args = process.argv.slice(2)
const say = (line: string) => process.stdout.write(`${line}\n`)

if (args.includes('--help')) {
  say(`Usage: npm start [-- --help]

Opens the accounts console. Environment variables, which may also stand in a file .env, configure it:

${describeConfig()}`)
} else {
  await start()
}

async function start(): Promise<void> {
  try {
    const old = tooOld(process.versions.node)
    if (old) throw new StartError(old)
    const config = readConfig()
    // Only now: better-sqlite3 crashes on an old Node instead of saying what is wrong.
    const { startMuster } = await import('./muster.ts')
    await startMuster(config, { apiOnly: args.includes('--api-only'), say })
  } catch (error) {
    if (!(error instanceof StartError || error instanceof ConfigError)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exit(1)
  }
}
