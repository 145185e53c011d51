// What the index's memory costs, without database and HTTP: `npm run bench -- index-memory`.
import { AccountMemory, type OrderField } from '../server/console/index/memory/account-memory.ts'
import { Bitmap } from '../server/console/index/memory/bitmap.ts'
import { flagFields, type Facts } from '../server/console/index/memory/facts.ts'
import { Order } from '../server/console/index/memory/order.ts'
import { answer } from '../server/console/index/questions/answer.ts'
import { accountFields, attributeFields } from '../server/console/index/questions/fields.ts'
import { planOf } from '../server/console/index/questions/plan.ts'
import { sortableFields } from '../server/console/index/questions/sorting.ts'
import { checkFilter } from '../server/lib/filter/check.ts'
import { parseFilter } from '../server/lib/filter/parse.ts'
import { parseSorters } from '../server/lib/filter/sorters.ts'
import { machine, percentile, table } from './lib.ts'

const rows = Number(process.argv[2] ?? 1_000_000)
const times = Number(process.argv[3] ?? 100)
const now = Date.parse('2026-01-01T00:00:00Z')
const DAY = 86_400_000

/** Processor time in milliseconds: what counts where others keep the machine busy. */
function cpu(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

let seed = 42
/** xorshift, so that every run asks about the same rows. */
function random(below: number): number {
  seed ^= seed << 13
  seed ^= seed >>> 17
  seed ^= seed << 5
  return (seed >>> 0) % below
}
const chance = (percent: number) => random(100) < percent

const shared: [string, number][] = [
  ['department', 60],
  ['title', 900],
  ['l', 40],
  ['company', 12],
  ['costCenter', 4_000],
  ['manager', 15_000],
  ['c', 50],
]

function facts(ord: number): Facts {
  const source = random(50)
  const attributes: Facts['attributes'] = { mail: `person${ord}@example.com`, employeeID: `${ord}` }
  for (const [name, values] of shared) attributes[name] = `${name} ${random(values)}`
  for (let at = 0; at < 4; at += 1) attributes[`custom${source % 12}${at}`] = `value ${random(30)}`
  const percents = [12, 3, 8, 5, 70, 2, 6, 10]
  const flags = percents.reduce((sum, percent, bit) => sum | (Number(chance(percent)) << bit), 0)
  return {
    sourceId: `2c91808${source}35d2e5168015d32f890ca1581`,
    sourceName: `Source ${source}`,
    origin: chance(80) ? 'AGGREGATED' : 'PROVISIONED',
    cloudLifecycleState: chance(85) ? 'active' : 'inactive',
    identityState: 'ACTIVE',
    connectionType: chance(80) ? 'direct' : 'file',
    flags,
    created: now - random(2000) * DAY,
    modified: now - random(400 * DAY),
    ...(chance(70) && { passwordChanged: now - random(600) * DAY }),
    attributes,
  }
}

/** As long as JSON.parse leaves them, which is what the start reads. */
const CHUNK = 10_000
const before = process.memoryUsage()
const memory = new AccountMemory(rows)
const names: string[] = []
let spent = 0
for (let ord = 0; ord < rows; ord += CHUNK) {
  const count = Math.min(CHUNK, rows - ord)
  const made = Array.from({ length: count }, (_, at) => JSON.stringify(facts(ord + at)))
  const chunk: Facts[] = made.map((text) => JSON.parse(text))
  for (let at = 0; at < count; at += 1) names.push(`user ${random(1e9)}`)
  const start = cpu()
  chunk.forEach((each, at) => memory.put(ord + at, each))
  spent += cpu() - start
}

const started = performance.now()
const ords = names.map((_, ord) => ord)
const { created, modified, passwordChanged } = memory.dates
const sortings: [OrderField, (a: number, b: number) => number][] = [
  ['name', (a, b) => (String(names[a]) < String(names[b]) ? -1 : 1)],
  ...([created, modified, passwordChanged] as const).map(
    ({ times: at }, nth): [OrderField, (a: number, b: number) => number] => [
      (['created', 'modified', 'passwordChanged'] as const)[nth] ?? 'created',
      (a, b) => (at[a] || 0) - (at[b] || 0) || a - b,
    ],
  ),
]
const sorted = sortings.map(([field, compare]) => [field, ords.toSorted(compare)] as const)
const building = cpu()
for (const [field, list] of sorted) memory.orders.set(field, new Order(list, rows))
const built = cpu() - building
names.length = 0
ords.length = 0
sorted.length = 0

type Asked = { filters?: string; sorters?: string; offset?: number; facets?: string[] }
const eight = [
  'sourceId',
  'status',
  'type',
  'uncorrelated',
  'cloudLifecycleState',
  'passwordChanged',
  'attributes.department',
  'attributes.title',
]
const source = '2c91808735d2e5168015d32f890ca1581'
const three =
  '(status eq "locked" or passwordChanged lt 2025-06-01) and not attributes.department sw "department 1"' +
  ' and cloudLifecycleState eq "active"'
const questions: [string, Asked][] = [
  ['First page, no filter, by name', { sorters: 'name' }],
  [
    'Locked on one source',
    { filters: `status eq "locked" and sourceId eq "${source}"`, sorters: 'name' },
  ],
  [
    'An attribute equals',
    { filters: 'attributes.department eq "DEPARTMENT 7"', sorters: '-modified' },
  ],
  ['Four conditions with or, not', { filters: three, sorters: 'name' }],
  ['Twelve conditions', { filters: `${three} and ${three} and ${three}`, sorters: 'name' }],
  ['Attribute contains, 15,000 values', { filters: 'attributes.manager co "99"', sorters: 'name' }],
  ['From row 900,000, no filter', { sorters: 'name', offset: rows * 0.9 }],
  [
    'From the middle of a filter',
    { filters: 'disabled eq false', sorters: 'name', offset: rows * 0.44 },
  ],
  ['By source', { sorters: 'sourceName' }],
  [
    'By status, then department, deep',
    { sorters: '-status,attributes.department', offset: rows * 0.5 },
  ],
  ['By 15,000 managers', { sorters: 'attributes.manager', offset: rows * 0.5 }],
  ['Eight facets, no filter', { sorters: 'name', facets: eight }],
  ['Eight facets under a filter', { filters: three, sorters: 'name', facets: eight }],
]

function ask({ filters, sorters = '', offset = 0, facets: wanted = [] }: Asked) {
  const plan = planOf(
    filters ? checkFilter(parseFilter(filters), accountFields, attributeFields) : undefined,
    memory,
  )
  return answer(memory, {
    plan,
    resolved: plan.outside.map(() => new Bitmap(rows)),
    sorters: parseSorters(sorters, sortableFields(memory)),
    offset,
    limit: 250,
    facets: wanted,
    now,
  })
}

/** Each is asked after a change that touches every column, and then again. */
const lines = questions.map(([name, asked]) => {
  const [changed, again]: [number[], number[]] = [[], []]
  let [total, spentCpu] = [ask(asked).total, 0]
  for (let nth = 0; nth < times; nth += 1) {
    for (let row = 0; row < 20; row += 1) memory.put(row, facts(row))
    const [start, startCpu] = [performance.now(), cpu()]
    total = ask(asked).total
    const between = performance.now()
    spentCpu += cpu() - startCpu
    ask(asked)
    changed.push(between - start)
    again.push(performance.now() - between)
  }
  const at = (spans: number[], share: number) => `${percentile(spans, share).toFixed(2)} ms`
  const processor = `${(spentCpu / times).toFixed(2)} ms`
  const spans = [at(changed, 50), at(changed, 99), at(again, 50), at(again, 99)]
  return [name, total.toLocaleString('en'), processor, ...spans]
})

const changing = cpu()
const moves = 10_000
for (let nth = 0; nth < moves; nth += 1) {
  const ord = random(rows)
  memory.put(ord, { ...facts(ord), flags: nth % (1 << flagFields.length) })
  for (const order of memory.orders.values())
    order.insert(ord, (ord + 1 + (nth % (rows - 1))) % rows)
}
const changed = cpu() - changing

globalThis.gc?.()
const after = process.memoryUsage()
const mib = (bytes: number) => `${Math.round(bytes / 2 ** 20)} MiB`
console.log(machine())
console.log(
  `${rows.toLocaleString('en')} rows put at ${((spent * 1000) / rows).toFixed(2)} us each`,
)
console.log(`${memory.orders.size} orders of given permutations in ${built.toFixed(0)} ms`)
console.log(`sorting and building took ${(performance.now() - started).toFixed(0)} ms in all`)
console.log(
  `a change with its ${memory.orders.size} orders: ${((changed * 1000) / moves).toFixed(1)} us`,
)
console.log(
  `typed arrays ${mib(after.arrayBuffers - before.arrayBuffers)}, heap ${mib(after.heapUsed - before.heapUsed)}, ` +
    `columns ${memory.attributes.names.length}`,
)
console.log(table(['Question', 'Rows', 'CPU, mean', 'p50', 'p99', 'again: p50', 'p99'], lines))
