import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'

import { identitySearchQuery } from '#features/identities/queries.ts'
import { uncorrelatedText } from '#lib/messages/uncorrelated.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { moveAmongOptions, PersonSearch, useSettled } from '#ui/person-search.tsx'

import { EvidenceList } from './evidence.tsx'
import { accountName, ownerDetails, ownerName } from './names.ts'
import type { Owner, Uncorrelated } from './queries.ts'
import { Score } from './score.tsx'

import classes from './identity-picker.module.css'

const text = uncorrelatedText.picker

type Props = { row: Uncorrelated; onChoose: (owner: Owner) => void; onClose: () => void }

/** Who owns the account: one of the suggestions, or whoever is searched for. */
export function IdentityPicker({ row, onChoose, onClose }: Props) {
  const field = useId()
  const { suggestions } = row
  return (
    <Dialog title={text.title(accountName(row.account))} onDismiss={onClose}>
      {(close, dismiss) => {
        const choose = (owner: Owner) => {
          close()
          onChoose(owner)
        }
        return (
          <div className={classes.picker} onKeyDown={moveAmongOptions}>
            {suggestions.length > 0 && (
              <section aria-labelledby={`${field}suggested`}>
                <h3 id={`${field}suggested`} className={classes.heading}>
                  {text.suggested}
                </h3>
                <ul className={classes.list}>
                  {suggestions.map((suggestion) => (
                    <li key={suggestion.identity.id}>
                      <Option owner={suggestion.identity} onChoose={choose}>
                        <Score score={suggestion.score} />
                      </Option>
                      <div className={classes.evidence}>
                        <EvidenceList suggestion={suggestion} />
                      </div>
                    </li>
                  ))}
                </ul>
              </section>
            )}
            <Search onChoose={choose} />
            <div className={classes.buttons}>
              <Button variant="default" onClick={dismiss}>
                {text.cancel}
              </Button>
            </div>
          </div>
        )
      }}
    </Dialog>
  )
}

function Search({ onChoose }: { onChoose: (owner: Owner) => void }) {
  const [draft, setDraft] = useState('')
  const q = useSettled(draft.trim())
  const { data, error, isFetching } = useQuery(identitySearchQuery(q))
  const found = q === '' ? undefined : data
  const items = found?.items ?? []
  return (
    <PersonSearch
      label={text.search}
      placeholder={text.hint}
      resultsLabel={text.results}
      value={draft}
      onChange={setDraft}
      status={q === '' ? '' : statusOf(found, error, isFetching)}
      people={items.map((owner) => ({
        id: owner.id,
        name: ownerName(owner),
        details: ownerDetails(owner),
      }))}
      onChoose={({ id }) => {
        const owner = items.find((item) => item.id === id)
        if (owner) onChoose(ownerOf(owner))
      }}
    />
  )
}

const ownerOf = ({ id, name, alias, email }: Owner): Owner => ({ id, name, alias, email })

type Found = { items: unknown[]; complete: boolean }

function statusOf(found: Found | undefined, error: Error | null, isFetching: boolean): string {
  if (error) return text.failed(error.message)
  if (!found) return isFetching ? text.searching : ''
  const said = found.items.length === 0 ? text.nothing : text.found(found.items.length)
  return found.complete ? said : `${said} ${text.partial}`
}

type OptionProps = {
  owner: Owner
  onChoose: (owner: Owner) => void
  children?: React.ReactNode
}

function Option({ owner, onChoose, children }: OptionProps) {
  return (
    <button type="button" className={classes.option} onClick={() => onChoose(owner)} data-option>
      <span className={classes.person}>
        <span className={classes.name}>{ownerName(owner)}</span>{' '}
        <span className={classes.details}>{ownerDetails(owner)}</span>
      </span>
      {children}
    </button>
  )
}
