import type { Clock } from './clock.ts'
import { draftOf, type Attributes, type Holder } from './drafts.ts'
import { sourceSpecs, type SourceKey } from './source-list.ts'

type NastyDraft = {
  source: SourceKey
  name: string
  nativeIdentity: string
  attributes: Attributes
}

/** Text that breaks careless pages, exports and logs; each is the name of an account. */
const names: { source: SourceKey; name: string; nativeIdentity: string; more: Attributes }[] = [
  {
    source: 'ad',
    name: 'مرحبا بالعالم',
    nativeIdentity: 'CN=مرحبا\\, "بالعالم",OU=Nasty,DC=corp,DC=example,DC=com',
    more: { title: 'שלום', info: 'left مرحبا right' },
  },
  {
    source: 'ad',
    name: 'invoice\u202Efdp.exe',
    nativeIdentity: 'CN=invoice\u202Efdp.exe,OU=Nasty,DC=corp,DC=example,DC=com',
    more: { info: 'zero\u200Bwidth, line\nbreak, tab\there, \u2028' },
  },
  {
    source: 'entra',
    name: '<script>alert(1)</script>',
    nativeIdentity: '<img src=x onerror=alert(1)>',
    more: { jobTitle: '"><svg onload=alert(1)>', officeLocation: 'javascript:alert(1)' },
  },
  {
    source: 'salesforce',
    name: `=cmd|' /C calc'!A0`,
    nativeIdentity: '=cmd()',
    more: { Title: '+1+1', Department: '@SUM(A1)', UserRole: '-2+3', Alias: '\tlead' },
  },
  {
    source: 'sap',
    name: `O'NEIL"QUOTE\\`,
    nativeIdentity: `O'NEIL"QUOTE\\`,
    more: { fullName: `Robert'); DROP TABLE account;--`, department: 'a,b;c|d' },
  },
  {
    source: 'github',
    name: '👩‍💻-login',
    nativeIdentity: '👩‍💻-login',
    more: { company: '👩‍👩‍👧‍👦 🏳️‍🌈 e\u0301 ﷽', name: 'Z̷̢͘a̴̛͝l̶̨̕g̸̡͠o̵̧͞', location: '' },
  },
  {
    source: 'oracle',
    name: 'LONG_VALUE',
    nativeIdentity: 'LONG_VALUE',
    more: {
      DESCRIPTION: 'long value '.repeat(1000).slice(0, 10_240),
      PERSON_TYPE: 'x'.repeat(300),
    },
  },
]

export function nastyDrafts(holder: Holder, clock: Clock): NastyDraft[] {
  return names.map(({ source, name, nativeIdentity, more }) => {
    const config = sourceSpecs.find(({ key }) => key === source)?.config
    if (!config) throw new Error(`There is no source ${source}`)
    const attributes = {
      ...draftOf(source, holder, clock).attributes,
      ...more,
      [config.nameAttribute]: name,
      [config.identityAttribute]: nativeIdentity,
    }
    return { source, name, nativeIdentity, attributes }
  })
}
