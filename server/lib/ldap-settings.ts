import { isLoopback, Unusable } from './settings.ts'

/** A directory that stands behind a source of the embedded tenant. */
export type LdapSettings = {
  url: string
  /** Empty for an anonymous reader. */
  bindDn: string
  password: string
  baseDn: string
  userFilter: string
  groupFilter: string
  loginAttribute: string
  /** Name of the source. */
  name: string
}
export type LdapKey = keyof LdapSettings

type Row = { key: LdapKey; variable: string; option: string; fallback: string; meaning: string }

const row = (key: LdapKey, name: string, fallback: string, meaning: string): Row => ({
  key,
  variable: `TENANT_LDAP_${name}`,
  option: `ldap-${name.toLowerCase().replaceAll('_', '-')}`,
  fallback,
  meaning,
})

/** What can be set for the directory, in the order in which it is explained. */
export const ldapRows: readonly Row[] = [
  row('url', 'URL', '', 'a directory as a source, ldap:// or ldaps://'),
  row('bindDn', 'BIND_DN', '', 'the entry that the tenant reads and changes it as'),
  row('password', 'PASSWORD', '', 'its password; never stored'),
  row('baseDn', 'BASE_DN', '', 'below which the accounts and groups stand'),
  row('userFilter', 'USER_FILTER', '(objectClass=inetOrgPerson)', 'which entries are accounts'),
  row('groupFilter', 'GROUP_FILTER', '(objectClass=groupOfNames)', 'which entries are groups'),
  row('loginAttribute', 'LOGIN_ATTRIBUTE', 'uid', 'the attribute with the name of an account'),
  row('name', 'NAME', 'LDAP directory', 'name of the source'),
]

/**
 * Reads the settings of the directory; undefined where none is named. `given` tells what was set
 * and by which name. Throws {@link Unusable} with a whole sentence.
 */
export function readLdap(
  given: (row: Row) => { name: string; value: string | undefined },
): LdapSettings | undefined {
  const settings = { password: '' } as LdapSettings // each of its keys has a row below
  const names = {} as Record<LdapKey, string>
  for (const one of ldapRows) {
    const { name, value } = given(one)
    names[one.key] = name
    settings[one.key] = value?.trim() ? value.trim() : one.fallback
  }
  if (!settings.url) {
    const other = (['bindDn', 'password', 'baseDn'] as const).find((key) => settings[key])
    if (!other) return undefined
    throw new Unusable(`${names[other]} is set without ${names.url}: the two go together.`)
  }
  checkUrl(names.url, settings.url)
  if (!settings.baseDn) {
    throw new Unusable(`${names.baseDn} is missing: it goes together with ${names.url}.`)
  }
  // A name without a password would be let in as nobody, by many directories without a word.
  if (Boolean(settings.bindDn) !== Boolean(settings.password)) {
    const [missing, set] = settings.bindDn
      ? (['password', 'bindDn'] as const)
      : (['bindDn', 'password'] as const)
    throw new Unusable(`${names[missing]} is missing: it goes together with ${names[set]}.`)
  }
  if (!/^[a-z][a-z0-9-]*$/i.test(settings.loginAttribute)) {
    throw new Unusable(`${names.loginAttribute} must be the name of one attribute, like uid.`)
  }
  return settings
}

/** Whether the password would cross a network for everyone to read. */
export const isInTheClear = ({ password, url }: LdapSettings) =>
  password !== '' && url.startsWith('ldap:') && !isLoopback(new URL(url).hostname)

function checkUrl(name: string, value: string): void {
  const url = URL.canParse(value) ? new URL(value) : undefined
  if (!url || !/^ldaps?:$/.test(url.protocol) || !url.hostname) {
    throw new Unusable(`${name} must be a URL like ldaps://directory.example.com.`)
  }
  if (url.username || url.password || /^\/./.test(url.pathname) || url.search || url.hash) {
    throw new Unusable(`${name} must be a scheme, a host and a port, and nothing else.`)
  }
}
