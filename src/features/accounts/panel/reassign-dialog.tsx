import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import type { Account } from '#api/client.ts'
import { identitySearchQuery } from '#features/uncorrelated/queries.ts'
import { t } from '#lib/messages.ts'
import { accountText } from '#lib/messages/account.ts'
import { labelOf } from '#lib/visible-text.ts'
import { Button } from '#ui/button.tsx'
import { prepareConfirm } from '#ui/confirm.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { PersonSearch, useSettled, type Person } from '#ui/person-search.tsx'

import { nameOf } from '../name-of.ts'
import { requestAction } from '../request-action.ts'
import { reassignTo } from './reassign-to.ts'

import classes from './reassign-dialog.module.css'

const text = accountText.reassign

type Props = { account: Account; onClose: () => void }

/** Who is to own the account from now on; what that means is asked before it is sent. */
export function ReassignDialog({ account, onClose }: Props) {
  const client = useQueryClient()
  const [draft, setDraft] = useState('')
  const q = useSettled(draft.trim())
  const search = useQuery(identitySearchQuery(q))
  const found = q === '' ? undefined : search.data
  const people = found?.items
    // It belongs to them already.
    .filter(({ id }) => account.uncorrelated || id !== account.identityId)
    .map(personOf)

  function status(): string {
    if (q === '') return ''
    if (search.error) return text.failed(search.error.message)
    if (!found || !people) return search.isFetching ? text.searching : ''
    const said = people.length === 0 ? text.nothing : text.found(people.length)
    return found.complete ? said : `${said} ${text.partial}`
  }

  function choose({ id, name }: Person) {
    // First the address, or the dialog would be shown once more behind the question.
    onClose()
    void requestAction(client, reassignTo({ id, name }), account)
  }
  return (
    <Dialog title={text.title(nameOf(account))} onDismiss={onClose}>
      {(close) => (
        <div className={classes.content}>
          <PersonSearch
            label={text.search}
            placeholder={text.hint}
            resultsLabel={text.results}
            value={draft}
            onChange={(value) => {
              prepareConfirm()
              setDraft(value)
            }}
            status={status()}
            people={people ?? []}
            onChoose={(person) => {
              close()
              choose(person)
            }}
          />
          <div className={classes.buttons}>
            <Button
              variant="default"
              onClick={() => {
                close()
                onClose()
              }}
            >
              {t.cancel}
            </Button>
          </div>
        </div>
      )}
    </Dialog>
  )
}

type Found = { id: string; name: string; alias: string; email: string }

const personOf = ({ id, name, alias, email }: Found): Person => ({
  id,
  name: labelOf(name) ?? labelOf(alias) ?? id,
  details: [labelOf(alias), labelOf(email)].filter(Boolean).join(' · '),
})
