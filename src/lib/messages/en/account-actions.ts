/** Loaded with the first menu of actions. */
export const accountActions = {
  actions: {
    more: 'Actions',
    aggregate: 'Aggregate',
    enable: 'Enable',
    disable: 'Disable',
    unlock: 'Unlock',
    remove: 'Remove',
  },
  underWay: {
    aggregate: 'Aggregation is under way',
    enable: 'Enabling is under way',
    disable: 'Disabling is under way',
    unlock: 'Unlocking is under way',
    remove: 'Removal is under way',
  },
  blocked: {
    needsLevel: (levels: string) => `It needs the user level ${levels}`,
    needsScope: (scope: string) => `The console's client lacks the scope ${scope}`,
    refused: (words: string) => `The tenant refused it earlier: ${words}`,
    alreadyEnabled: 'The account is already enabled',
    alreadyDisabled: 'The account is already disabled',
    notLocked: 'The account is not locked',
    cannotEnable: 'The source cannot enable or disable accounts',
    cannotUnlock: 'The source cannot unlock accounts',
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
  },
  verdicts: {
    confirmed: {
      aggregate: (name: string) => `${name}: aggregated`,
      enable: (name: string) => `${name}: enabled`,
      disable: (name: string) => `${name}: disabled`,
      unlock: (name: string) => `${name}: unlocked`,
      remove: (name: string) => `${name}: removed`,
    },
    started: {
      aggregate: (name: string) => `Aggregating ${name}`,
      enable: (name: string) => `Enabling ${name}`,
      disable: (name: string) => `Disabling ${name}`,
      unlock: (name: string) => `Unlocking ${name}`,
      remove: (name: string) => `Removing ${name}`,
    },
    failed: {
      aggregate: (name: string) => `Could not aggregate ${name}`,
      enable: (name: string) => `Could not enable ${name}`,
      disable: (name: string) => `Could not disable ${name}`,
      unlock: (name: string) => `Could not unlock ${name}`,
      remove: (name: string) => `Could not remove ${name}`,
    },
    notConfirmed: {
      aggregate: (name: string) => `Aggregation of ${name} not confirmed`,
      enable: (name: string) => `Enabling ${name} not confirmed`,
      disable: (name: string) => `Disabling ${name} not confirmed`,
      unlock: (name: string) => `Unlocking ${name} not confirmed`,
      remove: (name: string) => `Removal of ${name} not confirmed`,
    },
    warned: (words: string) => `The tenant adds: ${words}`,
    unchanged: 'The tenant says that it is done, but the account read again does not show it.',
    untold: 'The task could not be followed, and the account read again does not show the change.',
    running: 'The task is still running. The account is shown as it was last read.',
    unread: 'The account could not be read again. Reload the page to see how it stands.',
    gone: (name: string) => `${name} is no longer in the tenant`,
    taskId: 'Task id',
  },
}
