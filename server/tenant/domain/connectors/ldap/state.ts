import { Attribute, Change, type Entry } from 'ldapts'

import type { AccountState, StateChange } from '../connector.ts'
import { firstOf } from './values.ts'

/** The lock without an end, which OpenLDAP's password policy reserves for administrators. */
const PERMANENT = '000001010000Z'
/** The bit of Active Directory's `userAccountControl` that disables an account. */
const ACCOUNTDISABLE = 2

/** What the state is read from, in the place of which a record has its own two words. */
export const stateAttributes = ['pwdAccountLockedTime', 'userAccountControl', 'lockoutTime']

/**
 * Active Directory keeps both states apart. OpenLDAP has one attribute for them: a time says since
 * when the account is locked, and the time without an end that an administrator has disabled it.
 */
export function stateOf(entry: Entry): AccountState {
  const control = firstOf(entry, 'userAccountControl')
  if (control !== '') {
    const lockout = firstOf(entry, 'lockoutTime')
    return {
      disabled: Number(control) & ACCOUNTDISABLE ? 1 : 0,
      locked: lockout !== '' && lockout !== '0' ? 1 : 0,
    }
  }
  const since = firstOf(entry, 'pwdAccountLockedTime')
  return { disabled: since === PERMANENT ? 1 : 0, locked: since && since !== PERMANENT ? 1 : 0 }
}

/** What has to be changed on the entry so that its state is the wanted one; often nothing. */
export function changesTo(entry: Entry, wanted: StateChange): Change[] {
  const before = stateOf(entry)
  const change = {
    disabled: wanted.disabled === before.disabled ? undefined : wanted.disabled,
    locked: wanted.locked === before.locked ? undefined : wanted.locked,
  }
  return firstOf(entry, 'userAccountControl') === ''
    ? openLdapChanges(firstOf(entry, 'pwdAccountLockedTime'), change)
    : activeDirectoryChanges(firstOf(entry, 'userAccountControl'), change)
}

/** A value is deleted by its name: where somebody else changed it meanwhile, nothing is done. */
function openLdapChanges(since: string, { disabled, locked }: StateChange): Change[] {
  if (disabled === 1) return [edit('replace', 'pwdAccountLockedTime', PERMANENT)]
  if (disabled === 0 || locked === 0) return [edit('delete', 'pwdAccountLockedTime', since)]
  return []
}

function activeDirectoryChanges(control: string, { disabled, locked }: StateChange): Change[] {
  const changes: Change[] = []
  if (disabled !== undefined) {
    const bits = Number(control)
    const after = disabled ? bits | ACCOUNTDISABLE : bits & ~ACCOUNTDISABLE
    changes.push(edit('replace', 'userAccountControl', String(after)))
  }
  if (locked === 0) changes.push(edit('replace', 'lockoutTime', '0'))
  return changes
}

const edit = (operation: 'delete' | 'replace', type: string, value: string) =>
  new Change({ operation, modification: new Attribute({ type, values: [value] }) })
