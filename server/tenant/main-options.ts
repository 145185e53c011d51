import { parseArgs } from 'node:util'

import { databaseUrl } from '../lib/database-url.ts'
import { ldapRows, readLdap, type LdapSettings } from '../lib/ldap-settings.ts'
import {
  file,
  folder,
  host,
  logLevel,
  logLevels,
  port,
  Unusable,
  wholeNumber,
} from '../lib/settings.ts'

const numbers = wholeNumber(0, 1_000_000)

/** By option: the variable that gives its default, and what stands in for both. */
const settings = {
  port: { variable: 'TENANT_PORT', fallback: '4310', parse: port },
  host: { variable: 'HOST', fallback: '127.0.0.1', parse: host },
  data: { variable: 'DATA_DIR', fallback: './data', parse: folder },
  database: { variable: 'DATABASE_URL', fallback: '', parse: databaseUrl },
  seed: { variable: 'TENANT_SEED_IDENTITIES', fallback: '400', parse: numbers },
  'rate-limit': { variable: 'TENANT_RATE_LIMIT', fallback: '100', parse: numbers },
  'task-ms': { variable: 'TENANT_TASK_MS', fallback: '800', parse: wholeNumber(0, 3_600_000) },
  log: { variable: 'LOG_LEVEL', fallback: 'warn', parse: logLevel },
  'request-log': { variable: 'TENANT_REQUEST_LOG', fallback: '', parse: file },
}
type Settings = typeof settings
type Key = keyof Settings
type Environment = Record<string, string | undefined>

/** The password has no option, where others on the machine would see it. */
const ldapUsage = ldapRows
  .map(({ key, option, variable, meaning, fallback }) => {
    const flag = key === 'password' ? '' : `--${option} X`
    const text = fallback ? `${meaning} (${fallback})` : meaning
    return `  ${flag.padEnd(26)} ${variable.padEnd(27)} ${text}`
  })
  .join('\n')

export const usage = `Usage: npm run tenant [-- options]

Starts the embedded tenant alone. A variable gives the default of the option beside it.

  --port N        TENANT_PORT             where it listens; 0 = any free port (4310)
  --host NAME     HOST                    address it listens on (127.0.0.1)
  --data FOLDER   DATA_DIR                folder of tenant.sqlite (./data)
  --database URL  DATABASE_URL            a PostgreSQL database instead of that file
  --seed N        TENANT_SEED_IDENTITIES  identities of the first data set; 0 = empty (400)
  --accounts N                            about how many accounts instead, 5 per identity
  --rate-limit N  TENANT_RATE_LIMIT       requests per 10 s and client; 0 = off (100)
  --task-ms N     TENANT_TASK_MS          how long a task takes, in ms (800)
  --log LEVEL     LOG_LEVEL               ${logLevels} (warn);
                                          info = a line for each request
  --request-log F TENANT_REQUEST_LOG      a file that gets a line of JSON for each request
  --seed-only                             fills an empty database and stops
  --help                                  prints this

A directory whose entries are the accounts of one more source:

${ldapUsage}

Its operations stand below /v2024 and, as the newer SDKs call them, below /accounts/v1 and the like.
/openapi.json describes them, /healthz tells whether it can work, and a browser finds both at /.`

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
    /** A folder that is named counts for more than a variable. */
    databaseUrl: values.data !== undefined && !values.database ? '' : value('database'),
    seed: value('seed'),
    rateLimit: value('rate-limit'),
    taskMs: value('task-ms'),
    log: value('log'),
    requestLog: value('request-log'),
    ldap: directory(values, env),
  }
}

function directory(values: Record<string, unknown>, env: Environment): LdapSettings | undefined {
  return readLdap(({ option, variable }) => {
    const given = values[option]
    return typeof given === 'string'
      ? { name: `--${option}`, value: given }
      : { name: variable, value: env[variable] }
  })
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
        database: text,
        seed: text,
        accounts: text,
        'rate-limit': text,
        'task-ms': text,
        log: text,
        'request-log': text,
        'ldap-url': text,
        'ldap-bind-dn': text,
        'ldap-base-dn': text,
        'ldap-user-filter': text,
        'ldap-group-filter': text,
        'ldap-login-attribute': text,
        'ldap-name': text,
        'seed-only': yes,
        help: yes,
      },
    })
  } catch (error) {
    const why = error instanceof Error ? (error.message.split(/\. |\n/)[0] ?? '') : String(error)
    throw new Unusable(`${why.replace(/\.$/, '')}: see --help.`)
  }
}
