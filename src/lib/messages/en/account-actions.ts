import { formatCount } from '../../numbers.ts'

/** Loaded with the first menu of actions. */
export const accountActions = {
  actions: {
    more: 'Actions',
    aggregate: 'Aggregate',
    enable: 'Enable',
    disable: 'Disable',
    unlock: 'Unlock',
    edit: 'Edit attributes',
    reassign: 'Reassign',
    uncorrelate: 'Uncorrelate',
    compare: 'Compare',
    remove: 'Remove',
    delete: 'Delete',
  },
  underWay: {
    aggregate: 'Aggregation is under way',
    enable: 'Enabling is under way',
    disable: 'Disabling is under way',
    unlock: 'Unlocking is under way',
    edit: 'A change of its attributes is under way',
    reassign: 'Reassigning is under way',
    uncorrelate: 'Uncorrelating is under way',
    remove: 'Removal is under way',
    delete: 'Deletion is under way',
  },
  blocked: {
    alreadyEnabled: 'The account is already enabled',
    alreadyDisabled: 'The account is already disabled',
    notLocked: 'The account is not locked',
    cannotEnable: 'The source cannot enable or disable accounts',
    cannotUnlock: 'The source cannot unlock accounts',
    alreadyUncorrelated: 'The account belongs to nobody',
    logInAccount: 'A log-in account of the tenant stays with its identity',
    notFlatFile: (source: string) => `${source} is not a flat file source`,
    unhealthy: (source: string) => `${source} is not healthy`,
  },
  confirm: {
    disable: {
      title: (name: string) => `Disable ${name}?`,
      body: (source: string) =>
        `The account can no longer be used on ${source} until it is enabled again.`,
      button: 'Disable account',
    },
    remove: {
      title: (name: string) => `Remove ${name}?`,
      body: (source: string) =>
        `This deletes the record of the account in the tenant only. The account on ${source} stays, and the next aggregation of ${source} brings the record back.`,
      button: 'Remove account',
    },
    delete: {
      title: (name: string) => `Delete ${name}?`,
      body: (source: string, owner: string | undefined) => [
        owner === undefined
          ? `This deletes the record of the account in the tenant.`
          : `This deletes the record of the account in the tenant, and ${owner} no longer holds it.`,
        `The file of ${source} stays as it is. If a file that names the account is uploaded again, the account comes back as a new record.`,
      ],
      button: 'Delete account',
    },
    uncorrelate: {
      title: (name: string, owner: string) => `Take ${name} away from ${owner}?`,
      body: (source: string) =>
        `The account stays on ${source} and in the tenant, but belongs to nobody. The next aggregation of ${source} may correlate it again.`,
      button: 'Uncorrelate account',
    },
    reassign: {
      title: (name: string, owner: string) => `Give ${name} to ${owner}?`,
      fromNobody: (owner: string) =>
        `The account belongs to nobody now, and will belong to ${owner}.`,
      fromOwner: (before: string, owner: string) =>
        `The account belongs to ${before} now, and will belong to ${owner} instead.`,
      kept: 'It counts as correlated by hand from then on: aggregations do not move it.',
      provisioned: (before: string) =>
        `The tenant created this account for ${before}, and may create another one for them.`,
      button: (owner: string) => `Reassign to ${owner}`,
    },
    authoritative: (owner: string) =>
      `The source is authoritative: its accounts say who is a person. If this is the last such account of ${owner}, they become uncorrelated, lose what depends on it, and may be deleted.`,
    typeName: (name: string) => `Type ${name} to go on`,
  },
  verdicts: {
    confirmed: {
      aggregate: (name: string) => `${name}: aggregated`,
      enable: (name: string) => `${name}: enabled`,
      disable: (name: string) => `${name}: disabled`,
      unlock: (name: string) => `${name}: unlocked`,
      edit: (name: string) => `${name}: attributes changed`,
      reassign: (name: string) => `${name}: reassigned`,
      uncorrelate: (name: string) => `${name}: belongs to nobody now`,
      delete: (name: string) => `${name}: deleted`,
      remove: (name: string) => `${name}: removed`,
    },
    started: {
      aggregate: (name: string) => `Aggregating ${name}`,
      enable: (name: string) => `Enabling ${name}`,
      disable: (name: string) => `Disabling ${name}`,
      unlock: (name: string) => `Unlocking ${name}`,
      edit: (name: string) => `Changing the attributes of ${name}`,
      reassign: (name: string) => `Reassigning ${name}`,
      uncorrelate: (name: string) => `Uncorrelating ${name}`,
      delete: (name: string) => `Deleting ${name}`,
      remove: (name: string) => `Removing ${name}`,
    },
    failed: {
      aggregate: (name: string) => `Could not aggregate ${name}`,
      enable: (name: string) => `Could not enable ${name}`,
      disable: (name: string) => `Could not disable ${name}`,
      unlock: (name: string) => `Could not unlock ${name}`,
      edit: (name: string) => `Could not change the attributes of ${name}`,
      reassign: (name: string) => `Could not reassign ${name}`,
      uncorrelate: (name: string) => `Could not uncorrelate ${name}`,
      delete: (name: string) => `Could not delete ${name}`,
      remove: (name: string) => `Could not remove ${name}`,
    },
    notConfirmed: {
      aggregate: (name: string) => `Aggregation of ${name} not confirmed`,
      enable: (name: string) => `Enabling ${name} not confirmed`,
      disable: (name: string) => `Disabling ${name} not confirmed`,
      unlock: (name: string) => `Unlocking ${name} not confirmed`,
      edit: (name: string) => `Change of the attributes of ${name} not confirmed`,
      reassign: (name: string) => `Reassigning ${name} not confirmed`,
      uncorrelate: (name: string) => `Uncorrelating ${name} not confirmed`,
      delete: (name: string) => `Deletion of ${name} not confirmed`,
      remove: (name: string) => `Removal of ${name} not confirmed`,
    },
    kept: {
      aggregate: (name: string) => `${name} was not aggregated`,
      enable: (name: string) => `${name} was not enabled`,
      disable: (name: string) => `${name} was not disabled`,
      unlock: (name: string) => `${name} was not unlocked`,
      edit: (name: string) => `The attributes of ${name} were not changed`,
      reassign: (name: string) => `${name} was not reassigned`,
      uncorrelate: (name: string) => `${name} was not uncorrelated`,
      delete: (name: string) => `${name} was not deleted`,
      remove: (name: string) => `${name} was not removed`,
    },
    warned: (words: string) => `The tenant adds: ${words}`,
    gone: (name: string) => `${name} is no longer in the tenant`,
    taskId: 'Task id',
  },
  /** What an aggregation of one account found. */
  changed: {
    nothing: 'Nothing has changed on it.',
    change: (name: string, from: string, to: string) => `${name}: ${from} → ${to}`,
    more: (count: number) => `and ${formatCount(count)} more`,
    status: 'Status',
    name: 'Name',
    identity: 'Identity',
    enabled: 'enabled',
    disabled: 'disabled',
    locked: 'locked',
    hidden: 'a hidden value',
    nobody: 'nobody',
  },
}
