import { IconSearch, IconX } from '@tabler/icons-react'
import { useEffect, useId, useRef, useState } from 'react'

import { t } from '#lib/messages.ts'

import { IconButton } from './icon-button.tsx'
import { useShortcut } from './use-shortcut.ts'

import classes from './search-input.module.css'

type Props = {
  label: string
  /** What is searched, where the label leaves it open. */
  placeholder?: string
  /** What should be known of what is typed, shown while it is. */
  hint?: (text: string) => string | undefined
  value: string
  onSearch: (text: string) => void
}

/** As long as between two keystrokes: a word asks once, and the rows still seem to come at once. */
const WAIT_MS = 150

/**
 * A text box whose settled value lives elsewhere (the URL). It keeps the draft itself, because a
 * navigation lands a moment after the keystroke and an input bound to the URL would drop letters.
 */
export function SearchInput({ label, placeholder, hint, value, onSearch }: Props) {
  const hintId = useId()
  const input = useRef<HTMLInputElement>(null)
  const [draft, setDraft] = useState(value)
  const [sent, setSent] = useState(value)
  const [seen, setSeen] = useState(value)
  if (value !== seen) {
    setSeen(value)
    if (value !== sent) {
      // Changed from outside: the back button, "clear filters".
      setDraft(value)
      setSent(value)
    }
  }
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const search = useRef(onSearch)
  useEffect(() => {
    search.current = onSearch
  })
  useEffect(() => () => clearTimeout(timer.current), [])
  useShortcut('/', () => input.current?.select())

  const said = hint?.(draft)
  function change(text: string) {
    setDraft(text)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      setSent(text)
      search.current(text)
    }, WAIT_MS)
  }
  return (
    <div className={classes.search} role="search">
      <IconSearch size={16} stroke={1.75} aria-hidden />
      <input
        ref={input}
        type="search"
        className={classes.input}
        aria-label={label}
        aria-keyshortcuts="/"
        aria-describedby={said ? hintId : undefined}
        placeholder={placeholder ?? label}
        value={draft}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => change(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          // An empty box lets the key through, to whatever else it would close.
          if (draft) event.preventDefault()
          change('')
        }}
      />
      {draft ? (
        <IconButton
          label={t.clearSearch}
          icon={IconX}
          onClick={() => {
            change('')
            input.current?.focus()
          }}
        />
      ) : (
        <kbd className={classes.key} title={t.shortcutSearch} aria-hidden>
          /
        </kbd>
      )}
      {said && (
        <span id={hintId} className={classes.hint}>
          {said}
        </span>
      )}
    </div>
  )
}
