export { administer, databaseOn, PREFIX } from '../../database/testing.ts'

/** The database that each test's own is copied from: its tables are made once. */
export const TEMPLATE = 'muster_template'
