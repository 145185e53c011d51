import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

import { parseDotenv } from './lib/dotenv.ts'
import { baseUrl, folder, host, oneOf, port, text, Unusable, wholeNumber } from './lib/settings.ts'

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

const levels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const
export type LogLevel = (typeof levels)[number]

/** Every variable that Muster reads. An empty default means that the variable may stay unset. */
const settings = {
  port: setting('PORT', '4300', 'where the console listens; 0 = any free port', port),
  host: setting('HOST', '127.0.0.1', 'address the console listens on', host),
  tenantPort: setting('TENANT_PORT', '4310', "where the embedded tenant's API listens", port),
  dataDir: setting('DATA_DIR', './data', 'folder of the SQLite files', folder),
  databaseUrl: setting('DATABASE_URL', '', 'PostgreSQL instead of SQLite: not yet', noPostgres),
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
  logLevel: setting('LOG_LEVEL', 'warn', levels.join(', '), oneOf(levels)),
}

type Settings = typeof settings
type Values = { [K in keyof Settings]: Settings[K] extends Setting<infer T> ? T : never }
type Environment = Record<string, string | undefined>

/** A tenant elsewhere, with the client that the console acts as. */
export type RemoteTenant = { baseUrl: string; clientId: string; clientSecret: string }
export type Config = Omit<Values, 'databaseUrl' | keyof RemoteTenant> & {
  /** Undefined where the embedded tenant is wanted. */
  remote: RemoteTenant | undefined
}

/** Reads the environment, and the `.env` file of a folder below it. */
export function readConfig(environment: Environment = process.env, cwd = process.cwd()): Config {
  const env = { ...readDotenv(resolve(cwd, '.env')), ...withoutEmpty(environment) }
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
  value('databaseUrl')
  return {
    port: value('port'),
    host: value('host'),
    tenantPort: value('tenantPort'),
    dataDir: resolve(cwd, value('dataDir')),
    seedIdentities: value('seedIdentities'),
    rateLimit: value('rateLimit'),
    taskMs: value('taskMs'),
    logLevel: value('logLevel'),
    remote: remoteTenant(value('baseUrl'), value('clientId'), value('clientSecret')),
  }
}

/** The table of variables, as `--help` prints it. */
export function describeConfig(): string {
  const rows = Object.values(settings)
  const width = Math.max(...rows.map(({ variable }) => variable.length))
  return rows
    .map(({ variable, default: fallback, meaning }) =>
      `  ${variable.padEnd(width)}  ${(fallback || 'none').padEnd(9)}  ${meaning}`.trimEnd(),
    )
    .join('\n')
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

function readDotenv(path: string): Environment {
  let content: string
  try {
    content = readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {}
    throw new ConfigError(`The file ${path} cannot be read: ${String(error)}.`)
  }
  const { values, problem } = parseDotenv(content)
  if (problem) throw new ConfigError(`The file ${path} cannot be used: ${problem}.`)
  return withoutEmpty(values)
}

/** `PORT=` in a shell or in .env means "not set", so that it hides no default. */
function withoutEmpty(environment: Environment): Environment {
  return Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()))
}

function noPostgres(value: string): string {
  if (!value) return value
  throw new Unusable(
    'is set, but Muster cannot use PostgreSQL yet: unset it, and SQLite files in DATA_DIR serve',
  )
}
