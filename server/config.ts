import { resolve } from 'node:path'

import { databaseUrl } from './lib/database-url.ts'
import { DotenvError, withDotenv, type Environment } from './lib/dotenv.ts'
import { ldapRows, readLdap, type LdapSettings } from './lib/ldap-settings.ts'
import {
  baseUrl,
  file,
  folder,
  host,
  logLevel,
  logLevels,
  port,
  text,
  Unusable,
  wholeNumber,
} from './lib/settings.ts'

/** What is wrong with the configuration, in one sentence that names the variable. */
export class ConfigError extends Error {}

type Setting<T> = {
  variable: string
  default: string
  meaning: string
  parse: (text: string) => T
}

const setting = <T>(
  variable: string,
  fallback: string,
  meaning: string,
  parse: (text: string) => T,
): Setting<T> => ({ variable, default: fallback, meaning, parse })

/** Every variable that Muster reads. An empty default means that the variable may stay unset. */
const settings = {
  port: setting('PORT', '4300', 'where the console listens; 0 = any free port', port),
  host: setting('HOST', '127.0.0.1', 'address the console listens on', host),
  tenantPort: setting('TENANT_PORT', '4310', "where the embedded tenant's API listens", port),
  dataDir: setting('DATA_DIR', './data', 'folder of the SQLite files', folder),
  databaseUrl: setting(
    'DATABASE_URL',
    '',
    'a PostgreSQL database for both halves, instead of files in DATA_DIR',
    databaseUrl,
  ),
  baseUrl: setting(
    'SAIL_BASE_URL',
    '',
    'a real tenant; without it the embedded one starts',
    baseUrl,
  ),
  clientId: setting('SAIL_CLIENT_ID', '', 'the client that the console acts as there', text),
  clientSecret: setting('SAIL_CLIENT_SECRET', '', 'its secret', text),
  seedIdentities: setting(
    'TENANT_SEED_IDENTITIES',
    '400',
    "size of the embedded tenant's first data set, about 5 accounts per identity; 0 = empty",
    wholeNumber(0, 1_000_000),
  ),
  rateLimit: setting(
    'TENANT_RATE_LIMIT',
    '100',
    'requests per 10 s per client and version, as ISC; 0 = off',
    wholeNumber(0, 1_000_000),
  ),
  taskMs: setting(
    'TENANT_TASK_MS',
    '800',
    'how long an embedded task takes, in ms; 0 = at once',
    wholeNumber(0, 3_600_000),
  ),
  logLevel: setting(
    'LOG_LEVEL',
    'warn',
    `what the log holds: ${logLevels}; info = a line for each request to the tenant`,
    logLevel,
  ),
  requestLog: setting(
    'TENANT_REQUEST_LOG',
    '',
    'a file that gets a line of JSON for each request to the embedded tenant',
    file,
  ),
}

type Settings = typeof settings
type Values = { [K in keyof Settings]: Settings[K] extends Setting<infer T> ? T : never }

/** A tenant elsewhere, with the client that the console acts as. */
export type RemoteTenant = { baseUrl: string; clientId: string; clientSecret: string }
export type Config = Omit<Values, keyof RemoteTenant> & {
  /** Undefined where the embedded tenant is wanted. */
  remote: RemoteTenant | undefined
  /** A directory behind a source of the embedded tenant. */
  ldap: LdapSettings | undefined
}

/** Reads the environment, and the `.env` file of a folder below it. */
export function readConfig(environment: Environment = process.env, cwd = process.cwd()): Config {
  const env = environmentOf(environment, cwd)
  const value = <K extends keyof Settings>(key: K): Values[K] => {
    const { variable, default: fallback, parse } = settings[key]
    try {
      // The setting of K parses to the value of K; the mapped type does not tell the compiler so.
      return parse(env[variable] || fallback) as Values[K]
    } catch (error) {
      if (!(error instanceof Unusable)) throw error
      throw new ConfigError(`${variable} ${error.message}.`)
    }
  }
  return {
    port: value('port'),
    host: value('host'),
    tenantPort: value('tenantPort'),
    dataDir: resolve(cwd, value('dataDir')),
    databaseUrl: value('databaseUrl'),
    seedIdentities: value('seedIdentities'),
    rateLimit: value('rateLimit'),
    taskMs: value('taskMs'),
    logLevel: value('logLevel'),
    requestLog: value('requestLog'),
    remote: remoteTenant(value('baseUrl'), value('clientId'), value('clientSecret')),
    ldap: directory(env),
  }
}

/** The table of variables, as `--help` prints it. */
export function describeConfig(): string {
  const rows = [
    ...Object.values(settings),
    ...ldapRows.map(({ variable, fallback, meaning }) => ({
      variable,
      default: fallback,
      meaning,
    })),
  ]
  const width = Math.max(...rows.map(({ variable }) => variable.length))
  return rows
    .map(({ variable, default: fallback, meaning }) =>
      `  ${variable.padEnd(width)}  ${(fallback || 'none').padEnd(9)}  ${meaning}`.trimEnd(),
    )
    .join('\n')
}

function directory(env: Environment): LdapSettings | undefined {
  try {
    return readLdap(({ variable }) => ({ name: variable, value: env[variable] }))
  } catch (error) {
    if (!(error instanceof Unusable)) throw error
    throw new ConfigError(error.message)
  }
}

function remoteTenant(
  baseUrl: string,
  clientId: string,
  clientSecret: string,
): RemoteTenant | undefined {
  const named = {
    SAIL_BASE_URL: baseUrl,
    SAIL_CLIENT_ID: clientId,
    SAIL_CLIENT_SECRET: clientSecret,
  }
  const missing = Object.entries(named).flatMap(([name, value]) => (value ? [] : [name]))
  if (missing.length === 3) return undefined
  if (missing.length > 0) {
    const verb = missing.length === 1 ? 'is' : 'are'
    throw new ConfigError(
      `${missing.join(' and ')} ${verb} missing: SAIL_BASE_URL, SAIL_CLIENT_ID and SAIL_CLIENT_SECRET go together.`,
    )
  }
  return { baseUrl, clientId, clientSecret }
}

/** What is wrong with the file is wrong with the configuration. */
function environmentOf(environment: Environment, cwd: string): Environment {
  try {
    return withDotenv(environment, cwd)
  } catch (error) {
    if (!(error instanceof DotenvError)) throw error
    throw new ConfigError(error.message)
  }
}
