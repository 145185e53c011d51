import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { t } from '#lib/messages.ts'
import { identityText } from '#lib/messages/identities.ts'
import { labelOf } from '#lib/visible-text.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { PersonSearch, useSettled, type Person } from '#ui/person-search.tsx'

import { identitySearchQuery } from './queries.ts'

import classes from '#ui/pick-dialog.module.css'

const text = identityText.pick

type Props = {
  title: string
  /** Who cannot be chosen, for example because they are it already. */
  except?: string | undefined
  /** Once somebody types, what their choice leads to can be fetched. */
  onType?: () => void
  onChoose: (identity: { id: string; name: string }) => void
  onClose: () => void
}

/** Asks for an identity, which is searched for. */
export function PickDialog({ title, except, onType, onChoose, onClose }: Props) {
  const [draft, setDraft] = useState('')
  const q = useSettled(draft.trim())
  const search = useQuery(identitySearchQuery(q))
  const found = q === '' ? undefined : search.data
  const people = found?.items.filter(({ id }) => id !== except).map(personOf)

  function status(): string {
    if (q === '') return ''
    if (search.error) return text.failed(search.error.message)
    if (!found || !people) return search.isFetching ? text.searching : ''
    const said = people.length === 0 ? text.nothing : text.found(people.length)
    return found.complete ? said : `${said} ${text.partial}`
  }
  return (
    <Dialog title={title} onDismiss={onClose}>
      {(close, dismiss) => (
        <div className={classes.content}>
          <PersonSearch
            label={text.search}
            placeholder={text.hint}
            resultsLabel={text.results}
            value={draft}
            onChange={(value) => {
              onType?.()
              setDraft(value)
            }}
            status={status()}
            people={people ?? []}
            onChoose={({ id, name }) => {
              close()
              onChoose({ id, name })
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

type Found = { id: string; name: string; alias: string; email: string }

const personOf = ({ id, name, alias, email }: Found): Person => ({
  id,
  name: labelOf(name) ?? labelOf(alias) ?? id,
  details: [labelOf(alias), labelOf(email)].filter(Boolean).join(' · '),
})
