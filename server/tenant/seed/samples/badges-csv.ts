import type { Kysely } from 'kysely'

import type { Database } from '../../store/schema.ts'

type Badge = Record<string, string | string[]>

const strangers = [
  'visitor.one@partner.example',
  'visitor.two@partner.example',
  'cleaning@partner.example',
]

/**
 * The badge system's next export, a few weeks after the data set in `db`: some badges were given
 * back, some people moved to another site, some badges are new, three of them for strangers.
 */
export async function badgesCsv(db: Kysely<Database>): Promise<string> {
  const standing = await correlatedBadges(db)
  const kept = standing.filter((_, index) => index % 4 !== 3)
  const moved = kept.map((badge, index) => (index % 6 === 0 ? moveOf(badge) : badge))
  const added = [...(await newcomers(db)), ...strangers].map(newBadge)
  const columns = Object.keys(standing[0] ?? {})
  const lines = [...moved, ...added].map((badge) =>
    columns.map((column) => cell(badge[column] ?? '')).join(','),
  )
  return `${[columns.join(','), ...lines].join('\n')}\n`
}

async function correlatedBadges(db: Kysely<Database>): Promise<Badge[]> {
  const rows = await db
    .selectFrom('account')
    .select('attributes')
    .where('source_name', '=', 'Badge System')
    .where('uncorrelated', '=', 0)
    .orderBy('native_identity')
    .execute()
  return rows.map(({ attributes }) => ({
    ...JSON.parse(attributes),
    // The file stands in the repo, so it cannot count back from today as the data set does.
    issuedOn: '2025-11-03',
  }))
}

/** Addresses of people who have no badge yet. */
async function newcomers(db: Kysely<Database>): Promise<string[]> {
  const rows = await db
    .selectFrom('identity')
    .select('email')
    .where('correlated', '=', 1)
    .where('lifecycle_state', '=', 'active')
    .where('id', 'not in', (q) =>
      q.selectFrom('account').select('identity_id').where('source_name', '=', 'Badge System'),
    )
    .orderBy('id')
    .limit(12)
    .execute()
  return rows.flatMap(({ email }) => email ?? [])
}

function moveOf(badge: Badge): Badge {
  const site = badge.site === 'Berlin' ? 'London' : 'Berlin'
  return { ...badge, site, accessZones: [`${site}-MAIN-ENTRANCE`, `${site}-PARKING`].map(upper) }
}

function newBadge(email: string, index: number): Badge {
  const isStranger = strangers.includes(email)
  return {
    badgeNumber: `B-${910_001 + index}`,
    holderName: nameOf(email),
    email,
    department: isStranger ? 'Visitors' : 'Logistics',
    site: 'Berlin',
    badgeType: isStranger ? 'Visitor' : 'Employee',
    cardTechnology: 'Contactless',
    issuedOn: '2026-01-12',
    accessZones: isStranger ? ['BERLIN-MAIN-ENTRANCE'] : ['BERLIN-MAIN-ENTRANCE', 'BERLIN-PARKING'],
  }
}

function nameOf(email: string): string {
  const words = email.replace(/@.*/, '').split('.')
  return words.map((word) => upper(word.slice(0, 1)) + word.slice(1)).join(' ')
}

const upper = (text: string) => text.toUpperCase()

function cell(value: string | string[]): string {
  const text = Array.isArray(value) ? value.join('|') : value
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
