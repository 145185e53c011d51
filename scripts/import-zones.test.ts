import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

import { expect, onTestFinished, test } from 'vitest'

const root = join(import.meta.dirname, '..')

/** File, then what it imports. Each of these crosses a border of the architecture. */
const violations = [
  ['src/ui/table.tsx', '#features/accounts/queries.ts'],
  ['src/ui/table.tsx', '#features/accounts/parts/menu.tsx'],
  ['src/ui/table.tsx', '#features/runs/offered.ts'],
  ['src/ui/table.tsx', '#api/client.ts'],
  ['src/ui/table.tsx', '../app/theme.ts'],
  ['src/lib/dates.ts', '#api/client.ts'],
  ['src/lib/dates.ts', '#features/accounts/queries.ts'],
  ['src/lib/dates.ts', '../../server/contract.ts'],
  ['src/api/client.ts', '#ui/toast.tsx'],
  ['src/api/client.ts', '#features/accounts/queries.ts'],
  ['src/features/accounts/page.tsx', '#features/sources/columns.tsx'],
  ['src/features/accounts/page.tsx', '#features/sources/mutations.ts'],
  ['src/features/accounts/page.tsx', '../sources/columns.tsx'],
  ['src/features/accounts/panel/page.tsx', '#features/sources/columns.tsx'],
  ['src/features/accounts/panel/page.tsx', '../../sources/columns.tsx'],
  ['src/features/accounts/panel/page.tsx', '../../../app/router.tsx'],
  ['src/features/accounts/page.tsx', '../../app/router.tsx'],
  ['src/features/accounts/page.tsx', '../../../server/contract.ts'],
  ['server/tenant/app.ts', '../console/app.ts'],
  ['server/tenant/domain/accounts.ts', '../../console/domain/runs.ts'],
  ['server/tenant/domain/accounts.ts', 'kysely'],
  ['server/tenant/domain/accounts.ts', 'better-sqlite3'],
  ['server/tenant/domain/accounts.ts', 'fastify'],
  ['server/tenant/domain/accounts.ts', '../http/errors.ts'],
  ['server/tenant/store/accounts.ts', 'fastify'],
  ['server/tenant/store/accounts.ts', '@fastify/multipart'],
  ['server/tenant/store/accounts.ts', '../http/errors.ts'],
  ['server/tenant/store/accounts.ts', '../domain/accounts.ts'],
  ['server/console/app.ts', '../tenant/app.ts'],
  ['server/console/domain/runs.ts', '../../tenant/domain/accounts.ts'],
  ['server/console/domain/runs.ts', 'fastify'],
  ['server/console/domain/runs.ts', '../http/errors.ts'],
  ['server/console/store/views.ts', 'fastify'],
  ['server/console/store/views.ts', '../domain/views.ts'],
  ['server/console/store/views.ts', '../../tenant/store/rows.ts'],
  ['server/database/open.ts', '../tenant/store/database.ts'],
  ['server/database/open.ts', '../console/store/database.ts'],
  ['server/database/open.ts', 'fastify'],
  ['server/lib/filter/parse.ts', '../../tenant/app.ts'],
  ['server/lib/filter/parse.ts', '../../console/app.ts'],
  ['server/lib/filter/parse.ts', 'kysely'],
  ['server/lib/filter/parse.ts', 'fastify'],
] as const

const permitted = [
  ['src/ui/table.tsx', '#lib/dates.ts'],
  ['src/api/client.ts', '#lib/messages.ts'],
  ['src/features/accounts/page.tsx', '#ui/table.tsx'],
  ['src/features/accounts/page.tsx', '#api/client.ts'],
  ['src/features/accounts/page.tsx', '#features/sources/queries.ts'],
  ['src/features/accounts/page.tsx', '#features/runs/offered.ts'],
  ['src/features/accounts/page.tsx', './columns.tsx'],
  ['src/features/accounts/panel/page.tsx', '../columns.tsx'],
  ['src/features/accounts/panel/page.tsx', '../form/columns.tsx'],
  ['src/features/accounts/panel/page.tsx', '#features/sources/queries.ts'],
  ['src/app/router.tsx', '#features/accounts/page.tsx'],
  ['server/main.ts', './tenant/app.ts'],
  ['server/main.ts', './console/app.ts'],
  ['server/tenant/app.ts', './http/accounts.ts'],
  ['server/tenant/http/accounts.ts', '../domain/accounts.ts'],
  ['server/tenant/domain/accounts.ts', '../store/accounts.ts'],
  ['server/tenant/domain/accounts.ts', '../../lib/filter/parse.ts'],
  ['server/tenant/store/accounts.ts', 'kysely'],
  ['server/tenant/store/database.ts', '../../database/open.ts'],
  ['server/console/store/database.ts', '../../database/open.ts'],
  ['server/database/open.ts', 'kysely'],
  ['server/console/http/proxy.ts', '../domain/runs.ts'],
  ['server/console/http/proxy.ts', '../../lib/settings.ts'],
] as const

test.for(violations)('%s may not import %s', ([file, imported]) => {
  expect(brokenRules(file, imported)).toEqual(['eslint(no-restricted-imports)'])
})

test.for(permitted)('%s may import %s', ([file, imported]) => {
  expect(brokenRules(file, imported)).toEqual([])
})

/** The rules that the project's own lint configuration finds broken by a file with one import. */
function brokenRules(file: string, imported: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'muster-zones-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  copyFileSync(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'))
  mkdirSync(join(folder, dirname(file)), { recursive: true })
  writeFileSync(join(folder, file), `import { thing } from '${imported}'\n\nthing()\n`)
  const { stdout } = spawnSync(join(root, 'node_modules/.bin/oxlint'), ['--format', 'json'], {
    cwd: folder,
    encoding: 'utf8',
  })
  // oxlint's own report; of another shape it would make each expectation fail.
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code: string }[] }
  return [...new Set(diagnostics.map(({ code }) => code))]
}
