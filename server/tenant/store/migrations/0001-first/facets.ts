import { sql, type Kysely } from 'kysely'

import { table } from '../../../../database/columns.ts'
import { isPostgres } from '../../../../database/dialect.ts'

/** The columns of an account that few different values stand in. */
const flags = [
  'uncorrelated',
  'has_entitlements',
  'manually_correlated',
  'identity_correlated',
  'source_authoritative',
]
const texts = ['source_connection_type', 'source_id', 'source_name_key']
const optional = ['origin', 'identity_state', 'recommendation_method']
const columns = [...flags, ...optional, ...texts]

/**
 * A row for each combination of values that accounts have in those columns, with the number of the
 * accounts that have it. The database keeps the table itself, whoever writes an account.
 */
export async function createFacets(db: Kysely<unknown>): Promise<void> {
  await table(db, 'account_facet', {
    facet: 'sequence',
    key: 'text',
    n: { kind: 'number', default: 0 },
    ...Object.fromEntries(flags.map((column) => [column, 'flag' as const])),
    ...Object.fromEntries(texts.map((column) => [column, 'text' as const])),
    ...Object.fromEntries(optional.map((column) => [column, 'text?' as const])),
  })
    .addUniqueConstraint('account_facet_key', ['key'])
    .execute()
  for (const statement of isPostgres(db) ? postgresTriggers : sqliteTriggers) {
    await sql.raw(statement).execute(db)
  }
}

/** The values of a row as one text, which finds its facet: a missing value equals itself in it. */
const keyOf = (row: string) =>
  columns
    .map((column) =>
      optional.includes(column) ? `coalesce(${row}.${column}, '')` : `${row}.${column}`,
    )
    .join(" || '|' || ")

const list = columns.join(', ')
const known = `insert into account_facet (key, ${list})
  values (${keyOf('new')}, ${columns.map((column) => `new.${column}`).join(', ')})
  on conflict (key) do nothing;`

const own = `(select facet from account_facet where key = ${keyOf('new')})`
const sqliteCounted = `${known}
  update account set facet = ${own} where rowid = new.rowid;
  update account_facet set n = n + 1 where facet = ${own};`
const left = 'update account_facet set n = n - 1 where facet = old.facet;'

const sqliteTriggers = [
  `create trigger account_facet_added after insert on account begin ${sqliteCounted} end`,
  `create trigger account_facet_changed after update of ${list} on account
    when ${keyOf('old')} <> ${keyOf('new')} begin ${left} ${sqliteCounted} end`,
  `create trigger account_facet_removed after delete on account begin ${left} end`,
]

const postgresTriggers = [
  `create function account_facet_set() returns trigger language plpgsql as $$ begin
    ${known}
    new.facet := ${own};
    return new;
  end $$`,
  `create function account_facet_count() returns trigger language plpgsql as $$ begin
    if tg_op <> 'INSERT' then ${left} end if;
    if tg_op <> 'DELETE' then
      update account_facet set n = n + 1 where facet = new.facet;
    end if;
    return null;
  end $$`,
  `create trigger account_facet_added before insert on account
    for each row execute function account_facet_set()`,
  `create trigger account_facet_changed before update of ${list} on account
    for each row when (${keyOf('old')} <> ${keyOf('new')}) execute function account_facet_set()`,
  `create trigger account_facet_counted after insert or delete on account
    for each row execute function account_facet_count()`,
  `create trigger account_facet_moved after update of ${list} on account
    for each row when (old.facet <> new.facet) execute function account_facet_count()`,
]
