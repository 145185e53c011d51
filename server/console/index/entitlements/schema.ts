/** What the tenant told of the entitlements that accounts have. */
export type EntitlementTables = { entitlement: EntitlementTable }

/**
 * The key is made of the source, the attribute and the value, which may be of any length and hold
 * what a column of text does not; so the rest is JSON.
 */
export type EntitlementTable = { key: string; body: string }
