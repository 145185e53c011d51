import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import type { Account } from '#api/client.ts'
import { searchQuery } from '#features/search/queries.ts'
import { t } from '#lib/messages.ts'
import { compareText as text } from '#lib/messages/compare.ts'
import { labelOf } from '#lib/visible-text.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { PersonSearch, useSettled, type Person } from '#ui/person-search.tsx'

import { identityNameOf } from '../correlation-question.ts'
import { identityAccountsQuery } from '../identity-accounts.ts'
import { nameOf, sourceNameOf } from '../name-of.ts'

import classes from '#ui/pick-dialog.module.css'

type Props = { compared: Account[]; onChoose: (id: string) => void; onClose: () => void }

/** Which account to compare with: the others of the same identity, or one that is searched for. */
export function ComparePicker({ compared, onChoose, onClose }: Props) {
  const [draft, setDraft] = useState('')
  const q = useSettled(draft.trim())
  const search = useQuery(searchQuery(q))
  const [first] = compared
  const owner = first && identityNameOf(first) !== undefined ? first.identityId : undefined
  const siblings = useQuery({
    ...identityAccountsQuery(owner ?? ''),
    enabled: owner !== undefined,
    throwOnError: false,
  })
  const isNew = ({ id }: { id: string }) => compared.every((account) => account.id !== id)
  const options: Person[] =
    q === ''
      ? (siblings.data?.items ?? []).filter(isNew).map(optionOf)
      : (search.data?.accounts.items ?? []).filter(isNew).map(hitOf)

  function status(): string {
    if (q === '')
      return options.length > 0 && first ? text.siblings(identityNameOf(first) ?? '') : ''
    if (search.error) return text.searchFailed(search.error.message)
    if (!search.data) return t.loading
    return options.length === 0 ? text.nothing : text.found(options.length)
  }
  return (
    <Dialog title={text.pick} onDismiss={onClose}>
      {(close, dismiss) => (
        <div className={classes.content}>
          <PersonSearch
            label={text.search}
            placeholder={text.hint}
            resultsLabel={text.results}
            value={draft}
            onChange={setDraft}
            status={status()}
            people={options}
            onChoose={({ id }) => {
              close()
              onChoose(id)
            }}
          />
          <div className={classes.buttons}>
            <Button variant="default" onClick={dismiss}>
              {t.cancel}
            </Button>
          </div>
        </div>
      )}
    </Dialog>
  )
}

const optionOf = (account: Account): Person => ({
  id: account.id,
  name: nameOf(account),
  details: sourceNameOf(account),
})

type Hit = { id: string; name: string; nativeIdentity: string; sourceName: string }

const hitOf = ({ id, name, nativeIdentity, sourceName }: Hit): Person => ({
  id,
  name: labelOf(name) ?? labelOf(nativeIdentity) ?? id,
  details: [labelOf(sourceName), labelOf(nativeIdentity)].filter(Boolean).join(' · '),
})
