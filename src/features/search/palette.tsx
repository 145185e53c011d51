import { IconSearch, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'

import { useOpenAccount } from '#features/accounts/offered.ts'
import { useOpenIdentity } from '#features/identities/offered.ts'
import { useOpenSource } from '#features/sources/offered.ts'
import { t } from '#lib/messages.ts'
import { searchText } from '#lib/messages/search.ts'
import type { OpenAction } from '#lib/open-action.ts'
import { Hidden } from '#ui/hidden.tsx'
import { IconButton } from '#ui/icon-button.tsx'

import { Hints } from './hints.tsx'
import { searchQuery } from './queries.ts'
import { forgetSearches, recentSearches, rememberSearch } from './recent.ts'
import { ResultList } from './result-list.tsx'
import { groupsBefore, groupsOf, spoken, type Option, type Place } from './results.ts'
import { SearchState } from './search-state.tsx'

import classes from './palette.module.css'

type Props = { places: readonly Place[]; onClose: () => void }

/** Everything that can be found, and every screen, from one text box. */
export function Palette({ places, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const listId = useId()
  const [text, setText] = useState('')
  // What lies on top comes first.
  const things = [useOpenAccount(), useOpenIdentity(), useOpenSource()]
  const open = things.filter((thing) => thing !== undefined)
  // Who presses Enter before anything is typed or chosen does not mean the first of its actions.
  const firstOf = (wanted: string) => (wanted === '' && open.length > 0 ? -1 : 0)
  const [active, setActive] = useState(firstOf(''))
  const [recent, setRecent] = useState(recentSearches)
  const q = text.trim()
  const search = useQuery(searchQuery(q))
  const answer = q === '' ? undefined : search.data
  const groups = q === '' ? groupsBefore(places, recent, open) : groupsOf(answer, q, places, open)
  const options = groups.flatMap((group) => group.options)
  const at = Math.min(active, options.length - 1)
  const isOld = q !== '' && (search.isPlaceholderData || (search.isPending && !search.error))
  /** Enter was pressed before the answer was there: it is meant for the first result. */
  const isEager = useRef(false)

  useEffect(() => {
    // Called again by StrictMode, on a dialog that is already open.
    if (!dialog.current?.open) dialog.current?.showModal()
  }, [])
  useEffect(() => {
    const element = list.current?.querySelector('[aria-selected="true"]')
    element?.scrollIntoView({ block: 'nearest' })
    if (isOld || !isEager.current) return
    isEager.current = false
    if (element instanceof HTMLElement) element.click()
  })

  function type(next: string) {
    isEager.current = false
    setText(next)
    setActive(firstOf(next.trim()))
  }

  function choose({ to, title, action }: Option) {
    if (action) return run(action)
    if (to === undefined) return type(title)
    rememberSearch(text)
    dialog.current?.close()
  }

  function run({ blocked, run: act }: OpenAction) {
    if (blocked !== undefined) return
    dialog.current?.close()
    act()
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    // A key that only ends the composing of a character is none of ours.
    if (event.nativeEvent.isComposing) return
    const last = options.length - 1
    const moves: Record<string, number> = {
      ArrowDown: at >= last ? 0 : at + 1,
      ArrowUp: at <= 0 ? last : at - 1,
    }
    const next = moves[event.key]
    if (next !== undefined) {
      event.preventDefault()
      setActive(Math.max(0, next))
    } else if (event.key === 'Enter') {
      event.preventDefault()
      if (isOld) isEager.current = true
      else list.current?.querySelector<HTMLElement>('[aria-selected="true"]')?.click()
    }
  }

  return (
    <dialog
      ref={dialog}
      className={classes.dialog}
      aria-label={searchText.title}
      onClose={onClose}
      onMouseDown={(event) => {
        // Only the backdrop has the dialog itself as its target.
        if (event.target === event.currentTarget) event.currentTarget.close()
      }}
    >
      <div className={classes.box}>
        <IconSearch size={16} stroke={1.75} aria-hidden />
        <input
          ref={input}
          type="text"
          className={classes.input}
          role="combobox"
          aria-label={searchText.title}
          aria-expanded={options.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={options[at] && `${listId}-${at}`}
          placeholder={searchText.placeholder}
          value={text}
          maxLength={200}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          enterKeyHint="go"
          onChange={(event) => type(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        <IconButton label={t.close} icon={IconX} onClick={() => dialog.current?.close()} />
      </div>
      <div className={classes.body}>
        <ResultList
          ref={list}
          id={listId}
          groups={groups}
          active={at}
          wanted={q}
          isOld={isOld}
          onChoose={choose}
        />
        {q === '' && recent.length > 0 && (
          <button
            type="button"
            className={classes.forget}
            onClick={() => {
              forgetSearches()
              setRecent([])
              input.current?.focus()
            }}
          >
            {searchText.forget}
          </button>
        )}
        <SearchState q={q} search={search} hasResults={options.length > 0} />
      </div>
      <Hints />
      <div role="status">
        <Hidden>{answer && !isOld ? spoken(answer, q) : ''}</Hidden>
      </div>
    </dialog>
  )
}
