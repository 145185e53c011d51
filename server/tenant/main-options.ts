import { parseArgs } from 'node:util'

import { folder, host, port, Unusable, wholeNumber } from '../lib/settings.ts'

const numbers = wholeNumber(0, 1_000_000)

/** By option: the variable that gives its default, and what stands in for both. */
const settings = {
  port: { variable: 'TENANT_PORT', fallback: '4310', parse: port },
  host: { variable: 'HOST', fallback: '127.0.0.1', parse: host },
  data: { variable: 'DATA_DIR', fallback: './data', parse: folder },
  seed: { variable: 'TENANT_SEED_IDENTITIES', fallback: '400', parse: numbers },
  'rate-limit': { variable: 'TENANT_RATE_LIMIT', fallback: '100', parse: numbers },
  'task-ms': { variable: 'TENANT_TASK_MS', fallback: '800', parse: wholeNumber(0, 3_600_000) },
}
type Settings = typeof settings
type Key = keyof Settings
type Environment = Record<string, string | undefined>

export const usage = `Usage: npm run tenant [-- options]

Starts the embedded tenant alone. A variable gives the default of the option beside it.

  --port N        TENANT_PORT             where it listens; 0 = any free port (4310)
  --host NAME     HOST                    address it listens on (127.0.0.1)
  --data FOLDER   DATA_DIR                folder of tenant.sqlite (./data)
  --seed N        TENANT_SEED_IDENTITIES  identities of the first data set; 0 = empty (400)
  --accounts N                            about how many accounts instead, 5 per identity
  --rate-limit N  TENANT_RATE_LIMIT       requests per 10 s and client; 0 = off (100)
  --task-ms N     TENANT_TASK_MS          how long a task takes, in ms (800)
  --seed-only                             fills an empty database and stops
  --help                                  prints this`

export type TenantOptions = ReturnType<typeof readOptions>

/** Throws {@link Unusable} with a whole sentence that names the option or the variable. */
export function readOptions(args: string[], env: Environment) {
  const { values } = parsed(args)
  const value = <K extends Key>(key: K): ReturnType<Settings[K]['parse']> => {
    const { fallback, parse, variable } = settings[key]
    const given = values[key]
    const named = given === undefined ? variable : `--${key}`
    // The parser of K returns what K stands for; the union of parsers does not tell so.
    return check(named, () => parse(given ?? (env[variable]?.trim() || fallback))) as ReturnType<
      Settings[K]['parse']
    >
  }
  const accounts = values.accounts
  return {
    help: values.help ?? false,
    seedOnly: values['seed-only'] ?? false,
    accounts: accounts === undefined ? undefined : check('--accounts', () => accountsOf(accounts)),
    port: value('port'),
    /** What set the port, for a message about it. */
    portName: values.port === undefined ? 'TENANT_PORT' : '--port',
    host: value('host'),
    data: value('data'),
    seed: value('seed'),
    rateLimit: value('rate-limit'),
    taskMs: value('task-ms'),
  }
}

const accountsOf = wholeNumber(0, 5_000_000)

function check<T>(name: string, parse: () => T): T {
  try {
    return parse()
  } catch (error) {
    if (!(error instanceof Unusable)) throw error
    throw new Unusable(`${name} ${error.message}.`)
  }
}

function parsed(args: string[]) {
  const text = { type: 'string' } as const
  const yes = { type: 'boolean' } as const
  try {
    return parseArgs({
      args,
      options: {
        port: text,
        host: text,
        data: text,
        seed: text,
        accounts: text,
        'rate-limit': text,
        'task-ms': text,
        'seed-only': yes,
        help: yes,
      },
    })
  } catch (error) {
    const why = error instanceof Error ? (error.message.split(/\. |\n/)[0] ?? '') : String(error)
    throw new Unusable(`${why.replace(/\.$/, '')}: see --help.`)
  }
}
