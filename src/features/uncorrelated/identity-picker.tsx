import { useQuery } from '@tanstack/react-query'
import { useId, useState, type KeyboardEvent } from 'react'

import { uncorrelatedText } from '#lib/messages/uncorrelated.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'

import { EvidenceList } from './evidence.tsx'
import { accountName, ownerDetails, ownerName } from './names.ts'
import { identitySearchQuery, type Owner, type Uncorrelated } from './queries.ts'
import { Score } from './score.tsx'
import { useSettled } from './use-settled.ts'

import classes from './identity-picker.module.css'

const text = uncorrelatedText.picker

type Props = { row: Uncorrelated; onChoose: (owner: Owner) => void; onClose: () => void }

/** Who owns the account: one of the suggestions, or whoever is searched for. */
export function IdentityPicker({ row, onChoose, onClose }: Props) {
  const field = useId()
  const [draft, setDraft] = useState('')
  const { suggestions } = row
  return (
    <Dialog title={text.title(accountName(row.account))} onDismiss={onClose}>
      {(close) => {
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
            <label htmlFor={field} className={classes.heading}>
              {text.search}
            </label>
            <input
              id={field}
              type="search"
              className={classes.input}
              placeholder={text.hint}
              value={draft}
              maxLength={200}
              autoComplete="off"
              spellCheck={false}
              onChange={(event) => setDraft(event.currentTarget.value)}
              data-option
            />
            <Results typed={draft} onChoose={choose} />
            <div className={classes.buttons}>
              <Button
                variant="default"
                onClick={() => {
                  close()
                  onClose()
                }}
              >
                {text.cancel}
              </Button>
            </div>
          </div>
        )
      }}
    </Dialog>
  )
}

function Results({ typed, onChoose }: { typed: string; onChoose: (owner: Owner) => void }) {
  const q = useSettled(typed.trim())
  const { data, error, isFetching } = useQuery(identitySearchQuery(q))
  const found = q === '' ? undefined : data
  return (
    <>
      <p role="status" className={classes.note}>
        {q === '' ? '' : statusOf(found, error, isFetching)}
      </p>
      {found && found.items.length > 0 && (
        <ul className={classes.list} aria-label={text.results}>
          {found.items.map(({ id, name, alias, email }) => (
            <li key={id}>
              <Option owner={{ id, name, alias, email }} onChoose={onChoose} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

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

/** The arrows go from option to option, the search box among them; Tab does too. */
function moveAmongOptions(event: KeyboardEvent<HTMLDivElement>) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step === undefined) return
  const options = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-option]')]
  const at = options.findIndex((option) => option === document.activeElement)
  const next = at < 0 ? undefined : options[at + step]
  if (!next) return
  event.preventDefault()
  next.focus()
}
