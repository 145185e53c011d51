import { useId, useState, type FormEvent } from 'react'

import { t } from '#lib/messages.ts'
import { editorText } from '#lib/messages/filter-editor.ts'
import { formatCount } from '#lib/numbers.ts'

import { Button } from './button.tsx'
import type { FilterEditorProps as Props } from './filter-bar.tsx'
import { searchOptions, type FilterOption } from './filters.ts'

import classes from './filter-editor.module.css'

/** Every change is applied at once: the rows behind show what the filter does. */
export function FilterEditor(props: Props) {
  const { filter, values, onChange, onDone } = props
  const choose = (value: string[]) => {
    onChange(value)
    onDone()
  }
  switch (filter.kind) {
    case 'yes-no':
      return (
        <OneOf
          options={filter.options ?? yesNo}
          value={values[0]}
          onChoose={(value) => choose([value])}
        />
      )
    case 'pick':
      if (!filter.options) return <p className={classes.note}>{t.loading}</p>
      return (
        <AnyOf label={filter.label} options={filter.options} values={values} onChange={onChange} />
      )
    case 'days':
      return <Days values={values} onChange={onChange} />
    case 'text':
      return <StartOf {...props} />
  }
}

const yesNo: FilterOption[] = [
  { value: 'yes', label: t.yes },
  { value: 'no', label: t.no },
]

type OneOfProps = {
  options: FilterOption[]
  value: string | undefined
  onChoose: (value: string) => void
}

function OneOf({ options, value: chosen, onChoose }: OneOfProps) {
  return options.map(({ value, label, count }) => (
    <button
      key={value}
      type="button"
      className={classes.option}
      aria-pressed={value === chosen}
      onClick={() => onChoose(value)}
    >
      {label}
      <Count count={count} />
    </button>
  ))
}

function Count({ count }: { count: number | undefined }) {
  if (count === undefined) return null
  return <span className={classes.count}>{formatCount(count)}</span>
}

/** From this many on, a search box is quicker than the eye. */
const MANY = 8

type AnyOfProps = {
  label: string
  options: FilterOption[]
  values: string[]
  onChange: (values: string[]) => void
}

function AnyOf({ label, options, values, onChange }: AnyOfProps) {
  const [text, setText] = useState('')
  const found = searchOptions(options, text)
  const toggle = (value: string) =>
    onChange(values.includes(value) ? values.filter((v) => v !== value) : [...values, value])
  return (
    <>
      {options.length >= MANY && (
        <input
          type="search"
          className={classes.input}
          aria-label={editorText.searchOptions(label)}
          placeholder={t.search}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          data-autofocus
        />
      )}
      {found.map(({ value, label: name, count }) => (
        <label key={value} className={classes.option}>
          <input
            type="checkbox"
            className={classes.check}
            checked={values.includes(value)}
            onChange={() => toggle(value)}
          />
          {name}
          <Count count={count} />
        </label>
      ))}
      {found.length === 0 && <p className={classes.note}>{editorText.noOption}</p>}
    </>
  )
}

function Days({ values, onChange }: Pick<Props, 'values' | 'onChange'>) {
  const id = useId()
  const [from = '', to = ''] = values
  const change = (days: [string, string]) => onChange(days.some(Boolean) ? days : [])
  return (
    <div className={classes.days}>
      <label htmlFor={`${id}from`}>{editorText.from}</label>
      <input
        id={`${id}from`}
        type="date"
        className={classes.input}
        value={from}
        max={to || undefined}
        onChange={(event) => change([event.currentTarget.value, to])}
      />
      <label htmlFor={`${id}to`}>{editorText.to}</label>
      <input
        id={`${id}to`}
        type="date"
        className={classes.input}
        value={to}
        min={from || undefined}
        onChange={(event) => change([from, event.currentTarget.value])}
      />
    </div>
  )
}

function StartOf({ filter, values, onChange, onDone }: Props) {
  const [draft, setDraft] = useState(values[0] ?? '')
  function submit(event: FormEvent) {
    event.preventDefault()
    onChange(draft.trim() ? [draft.trim()] : [])
    onDone()
  }
  return (
    <form className={classes.form} onSubmit={submit}>
      <input
        className={classes.input}
        aria-label={filter.label}
        value={draft}
        maxLength={200}
        onChange={(event) => setDraft(event.currentTarget.value)}
      />
      <Button type="submit">{editorText.apply}</Button>
    </form>
  )
}
