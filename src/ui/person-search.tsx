import { useEffect, useId, useState, type KeyboardEvent } from 'react'

import classes from './person-search.module.css'

export type Person = {
  id: string
  name: string
  /** What else tells two people of one name apart. */
  details: string
}

type Props = {
  label: string
  placeholder: string
  resultsLabel: string
  value: string
  onChange: (text: string) => void
  /** How many were found, or why none; heard by screen readers as it changes. */
  status: string
  people: Person[]
  onChoose: (person: Person) => void
}

/** A box to search people in, and those found as buttons, between which the arrows go. */
export function PersonSearch({ label, placeholder, resultsLabel, ...props }: Props) {
  const { value, onChange, status, people, onChoose } = props
  const field = useId()
  return (
    <div onKeyDown={moveAmongOptions} className={classes.search}>
      <label htmlFor={field} className={classes.label}>
        {label}
      </label>
      <input
        id={field}
        type="search"
        className={classes.input}
        placeholder={placeholder}
        value={value}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onChange(event.currentTarget.value)}
        data-option
        data-autofocus
      />
      <p role="status" className={classes.note}>
        {status}
      </p>
      {people.length > 0 && (
        <ul className={classes.list} aria-label={resultsLabel}>
          {people.map((person) => (
            <li key={person.id}>
              <button
                type="button"
                className={classes.option}
                onClick={() => onChoose(person)}
                data-option
              >
                <span className={classes.name}>{person.name}</span>{' '}
                <span className={classes.details}>{person.details}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** As long as between two keystrokes: a word asks once, and the answer still seems to come at once. */
const WAIT_MS = 150

/** The text once nobody has typed for a moment. */
export function useSettled(text: string): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), WAIT_MS)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}

/** The arrows go from one `data-option` to the next; Tab does too. */
export function moveAmongOptions(event: KeyboardEvent<HTMLDivElement>) {
  if (event.defaultPrevented) return
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step === undefined) return
  const options = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-option]')]
  const at = options.findIndex((option) => option === document.activeElement)
  const next = at < 0 ? undefined : options[at + step]
  if (!next) return
  event.preventDefault()
  next.focus()
}
