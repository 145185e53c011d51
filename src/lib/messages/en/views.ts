const lists = { accounts: 'Accounts', identities: 'Identities' }

/** Loaded with the menu of the views. */
export const views = {
  button: 'Views',
  of: lists,
  menu: (list: keyof typeof lists) => `Views of ${lists[list]}`,
  present: (name: string, isChanged: boolean) =>
    isChanged ? `Views: ${name}, changed` : `Views: ${name}`,
  all: { accounts: 'All accounts', identities: 'All identities' },
  changed: 'changed',
  isDefault: 'Default',
  isPinned: 'Pinned',
  none: 'A view keeps the search, the filters and the order of this list under a name.',
  unread: 'Your views could not be read.',

  actions: (name: string) => `The view ${name}`,
  update: 'Save the changes',
  revert: 'Discard the changes',
  saveAs: 'Save as a new view',
  rename: 'Rename',
  pin: 'Pin to the navigation',
  unpin: 'Unpin from the navigation',
  makeDefault: 'Make it the default view',
  clearDefault: 'No longer the default view',
  copyLink: 'Copy the link',
  delete: 'Delete',

  saveTitle: 'Save the view',
  saveText: 'It keeps the search, the filters and the order of this list, not the rows.',
  renameTitle: (name: string) => `Rename ${name}`,
  defaultChoice: (list: keyof typeof lists) => `Make it the default: ${lists[list]} opens with it`,
  name: 'Name',
  nameMissing: 'Give the view a name.',
  save: 'Save the view',
  renameButton: 'Rename the view',
  saving: 'Saving',

  deleteTitle: (name: string) => `Delete the view ${name}?`,
  deleteText:
    'Links to it go on showing the same rows. The accounts and identities stay as they are.',
  deleteButton: 'Delete the view',

  saved: (name: string) => `The view ${name} is saved`,
  renamed: (name: string) => `The view is called ${name} now`,
  pinned: (name: string) => `${name} is in the navigation`,
  unpinned: (name: string) => `${name} is no longer in the navigation`,
  defaultSet: (name: string, list: keyof typeof lists) => `${lists[list]} opens with ${name}`,
  defaultCleared: (list: keyof typeof lists) => `${lists[list]} opens with all rows`,
  deleted: (name: string) => `The view ${name} is deleted`,
  linkCopied: 'The link is copied',
  linkText: (name: string) => `It shows the rows of ${name} to whoever opens it in this console.`,
  failed: 'Could not change the view',
  deleteFailed: 'Could not delete the view',
}
