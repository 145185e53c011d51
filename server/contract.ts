import type { components, operations } from '../src/api/schema.d.ts'

type Schemas = components['schemas']
/** The contract marks `id` optional, but whatever is stored has one. */
type Stored<T> = T & { id: string }

export type Account = Stored<Schemas['Account']>
export type Identity = Stored<Schemas['Identity']>
export type Source = Stored<Schemas['Source']>
export type Entitlement = Stored<Schemas['Entitlement']>
export type TaskStatus = Schemas['TaskStatus']
export type LoadAccountsTask = Schemas['LoadAccountsTask']
export type BulkVerdict = Schemas['BulkIdentitiesAccountsResponse']
export type AggregationStatus = Schemas['AccountAggregationStatus']
export type AuthUser = Schemas['AuthUser']
export type SourceSchema = Schemas['Schema']
export type ErrorBody = Schemas['ErrorResponseDto']
export type JsonPatchOperation = Schemas['JsonPatchOperation']
export type OperationId = keyof operations
