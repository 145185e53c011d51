import type { QueryClient } from '@tanstack/react-query'

import type { Account } from '#api/client.ts'

import { accountKeys, accountQuery, type AccountPage } from './queries.ts'

/** Put an account as it was just read into every list that holds it and into its own entry. */
export function putAccount(client: QueryClient, account: Account) {
  changePages(client, account.id, (items, at) => items.with(at, account))
  client.setQueryData(accountQuery(account.id).queryKey, (before) => before && account)
}

/** Take an account that is gone out of every list. Its own entry learns it from its next read. */
export function dropAccount(client: QueryClient, id: string) {
  changePages(client, id, (items, at) => items.toSpliced(at, 1))
}

function changePages(
  client: QueryClient,
  id: string,
  change: (items: Account[], at: number) => Account[],
) {
  client.setQueriesData<AccountPage>({ queryKey: accountKeys.lists() }, (page) => {
    const at = page?.items.findIndex((item) => item.id === id) ?? -1
    // The same object where nothing changes, so that pages without the account are not drawn again.
    if (!page || at < 0) return page
    const items = change(page.items, at)
    return { ...page, items, total: page.total + items.length - page.items.length }
  })
}
