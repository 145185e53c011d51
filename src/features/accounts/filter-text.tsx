import { IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'

import { listText } from '#lib/messages/accounts-list.ts'
import { Hidden } from '#ui/hidden.tsx'
import { IconButton } from '#ui/icon-button.tsx'

import { completionsAt, placeAt, type Completion } from './filter-completion.ts'
import { fieldOf } from './filter-fields.ts'
import { FilterSheet } from './filter-sheet.tsx'
import { attributeNamesQuery, fieldValuesQuery } from './known-values.ts'
import { useFilterDraft } from './use-filter-draft.ts'

import classes from './filter-text.module.css'

const text = listText.filterText
const none: never[] = []

type Props = {
  value: string
  /** Somebody has just asked for it. */
  isAsked: boolean
  onChange: (value: string) => void
  onClose: () => void
}

/** The whole filter in the words of the filter language, completed and checked while it is written. */
export function FilterText({ value, isAsked, onChange, onClose }: Props) {
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const { draft, problem, write, settle } = useFilterDraft(value, onChange)
  const [caret, setCaret] = useState(value.length)
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  useEffect(() => {
    const element = field.current
    if (!isAsked || !element) return
    element.focus({ preventScroll: true })
    element.setSelectionRange(element.value.length, element.value.length)
  }, [isAsked])

  const place = placeAt(draft, caret)
  const options = useCompletions(draft, caret)
  const shown = isOpen ? options : none

  function edit(next: string, at: number) {
    write(next)
    setCaret(at)
    setActive(-1)
    setOpen(true)
  }
  function accept({ insert }: Completion) {
    const end = place.from + insert.length
    const next = draft.slice(0, place.from) + insert + draft.slice(caret).trimStart()
    // The caret has its place before the next key is pressed.
    flushSync(() => edit(next, end))
    field.current?.focus()
    field.current?.setSelectionRange(end, end)
  }
  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined && options.length > 0 && (isOpen || event.key === 'ArrowDown')) {
      event.preventDefault()
      setOpen(true)
      setActive((now) => Math.min(Math.max(now + step, -1), options.length - 1))
    } else if (event.key === 'Enter') {
      event.preventDefault() // one line: a filter has no paragraphs
      const chosen = shown[active]
      if (chosen) return accept(chosen)
      setOpen(false)
      settle()
    } else if (event.key === 'Escape' && isOpen && shown.length > 0) {
      event.preventDefault()
      setOpen(false)
      setActive(-1)
    }
  }
  const isListed = shown.length > 0
  return (
    <div className={classes.row} role="group" aria-label={text.label}>
      <FilterSheet
        draft={draft}
        isKept={draft !== value}
        problem={problem}
        anchor={place.from}
        messageId={`${id}problem`}
      >
        {(at) => (
          <>
            <textarea
              ref={field}
              className={classes.input}
              aria-label={text.label}
              aria-autocomplete="list"
              aria-haspopup="listbox"
              aria-controls={`${id}list`}
              aria-activedescendant={isListed && active >= 0 ? `${id}${active}` : undefined}
              aria-invalid={problem !== undefined}
              aria-describedby={problem ? `${id}problem` : `${id}help`}
              placeholder={text.hint}
              rows={1}
              maxLength={4000}
              autoComplete="off"
              autoCapitalize="off"
              spellCheck={false}
              value={draft}
              onChange={({ currentTarget: { value: next, selectionStart } }) =>
                edit(next.replaceAll('\n', ' '), selectionStart)
              }
              onSelect={({ currentTarget }) => {
                if (currentTarget.selectionStart !== caret) setActive(-1)
                setCaret(currentTarget.selectionStart)
              }}
              onKeyDown={onKeyDown}
              onBlur={() => setOpen(false)}
            />
            <div
              id={`${id}list`}
              role="listbox"
              aria-label={text.suggestions}
              className={classes.list}
              style={{ left: at }}
              hidden={!isListed}
            >
              {shown.map((option, index) => (
                <Option
                  key={option.label}
                  id={`${id}${index}`}
                  option={option}
                  isActive={index === active}
                  onAccept={() => accept(option)}
                />
              ))}
            </div>
          </>
        )}
      </FilterSheet>
      <span id={`${id}help`} hidden>
        {text.help}
      </span>
      <span role="status">
        <Hidden>{isListed && text.suggested(shown.length)}</Hidden>
      </span>
      <IconButton label={text.close} icon={IconX} onClick={onClose} />
    </div>
  )
}

/** What fits at the caret; the values of a field are asked for when they are needed. */
function useCompletions(draft: string, caret: number): Completion[] {
  const place = placeAt(draft, caret)
  const isValue = place.expects === 'value' || place.expects === 'item'
  const facet = isValue ? fieldOf(place.field)?.facet : undefined
  const attributes = useQuery(attributeNamesQuery).data ?? none
  const values = useQuery({ ...fieldValuesQuery(facet ?? ''), enabled: facet !== undefined })
  return completionsAt(place, { attributes, values: (facet && values.data) || none })
}

type OptionProps = { id: string; option: Completion; isActive: boolean; onAccept: () => void }

function Option({ id, option: { label, hint }, isActive, onAccept }: OptionProps) {
  const element = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isActive) element.current?.scrollIntoView({ block: 'nearest' })
  }, [isActive])
  return (
    // The keyboard reaches it from the field, which keeps the focus.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- see above
    <div
      ref={element}
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      className={classes.option}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onAccept}
    >
      {label} {hint && <span className={classes.hint}>{hint}</span>}
    </div>
  )
}
