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

/**
 * A key asks at once, since the index answers within a frame or two. Only keys that follow faster
 * than anybody types, as of one that is held down, are asked for together.
 */
const APART_MS = 60

/**
 * A text box whose settled value lives elsewhere (the URL). It keeps the draft itself, because a
 * navigation lands a moment after the keystroke and an input bound to the URL would drop letters.
 */
export function SearchInput({ label, placeholder, hint, value, onSearch }: Props) {
  const hintId = useId()
  const input = useRef<HTMLInputElement>(null)
  const [draft, setDraft] = useState(value)
  /** What was asked for and has not landed yet: several keys may be on the way at once. */
  const [sent, setSent] = useState<string[]>([])
  const [seen, setSeen] = useState(value)
  if (value !== seen) {
    const at = sent.indexOf(value)
    setSeen(value)
    setSent(at < 0 ? [] : sent.slice(at + 1))
    // Changed from outside: the back button, "clear filters".
    if (at < 0) setDraft(value)
  }
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined)
  const next = useRef<string>(undefined)
  const search = useRef(onSearch)
  useEffect(() => {
    search.current = onSearch
  })
  useEffect(() => () => clearTimeout(pause.current), [])
  useShortcut('/', () => input.current?.select())

  const said = hint?.(draft)
  function change(text: string) {
    setDraft(text)
    if (pause.current) next.current = text
    else ask(text)
  }
  function ask(text: string) {
    setSent((before) => [...before, text])
    search.current(text)
    next.current = undefined
    pause.current = setTimeout(() => {
      pause.current = undefined
      if (next.current !== undefined) ask(next.current)
    }, APART_MS)
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
