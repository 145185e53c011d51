import type { OperationId } from '../../contract.ts'

/**
 * What an operation is about, for callers who reach their own sources only: what the id in its path
 * names, `new account` where the body names the source, `list` where only what lies on their sources
 * is listed. `any` is open to all who may call it.
 */
export type Subject = 'account' | 'source' | 'task' | 'new account' | 'list' | 'any'

/** An operation of the contract that has no line here does not compile. */
export const subjects: Record<OperationId, Subject> = {
  listAccounts: 'list',
  createAccount: 'new account',
  getAccount: 'account',
  putAccount: 'account',
  updateAccount: 'account',
  deleteAccount: 'account',
  getAccountEntitlements: 'account',
  submitReloadAccount: 'account',
  enableAccount: 'account',
  disableAccount: 'account',
  unlockAccount: 'account',
  deleteAccountAsync: 'account',
  sendClassifyMachineAccount: 'account',
  getSearchAttributeConfig: 'any',
  createSearchAttributeConfig: 'any',
  getSingleSearchAttributeConfig: 'any',
  patchSearchAttributeConfig: 'any',
  deleteSearchAttributeConfig: 'any',
  enableAccountForIdentity: 'any',
  disableAccountForIdentity: 'any',
  enableAccountsForIdentities: 'any',
  disableAccountsForIdentities: 'any',
  listIdentities: 'any',
  getIdentity: 'any',
  listSources: 'list',
  getSource: 'source',
  importAccounts: 'source',
  getSourceSchemas: 'source',
  getTaskStatusList: 'list',
  getTaskStatus: 'task',
  updateTaskStatus: 'task',
  getPendingTasks: 'list',
  getPendingTaskHeaders: 'list',
  getAccountAggregationStatus: 'task',
  getEntitlement: 'any',
  getAuthUser: 'any',
}
