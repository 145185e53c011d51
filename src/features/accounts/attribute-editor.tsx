import { useQuery } from '@tanstack/react-query'
import { useId, useState, type FormEvent } from 'react'

import { t } from '#lib/messages.ts'
import { listText as text } from '#lib/messages/accounts-list.ts'
import { editorText } from '#lib/messages/filter-editor.ts'
import { Button } from '#ui/button.tsx'
import type { FilterEditorProps } from '#ui/filter-bar.tsx'

import {
  isAttributeName,
  readCondition,
  takesValue,
  writeCondition,
  type AttributeOperator,
} from './attribute-filter.ts'
import { attributeField } from './filter-language.ts'
import { attributeNamesQuery, fieldValuesQuery } from './known-values.ts'

import classes from './attribute-editor.module.css'

const operators = Object.entries(t.accounts.attributeOperators)

/** One condition on an attribute of any name; names and values that there are, are offered. */
export function AttributeEditor({ values, onChange, onDone }: FilterEditorProps) {
  const id = useId()
  const before = readCondition(values[0] ?? '')
  const [name, setName] = useState(before?.name ?? '')
  const [operator, setOperator] = useState<AttributeOperator>(before?.operator ?? 'eq')
  const [value, setValue] = useState(before?.value ?? '')
  const names = useQuery(attributeNamesQuery)
  const isName = isAttributeName(name)
  const known = useQuery({
    ...fieldValuesQuery(attributeField(name)),
    enabled: isName && operator === 'eq' && names.data?.includes(name) === true,
  })

  function submit(event: FormEvent) {
    event.preventDefault()
    onChange([writeCondition({ name, operator, value: value.trim() })])
    onDone()
  }
  return (
    <form className={classes.form} onSubmit={submit}>
      <label htmlFor={`${id}name`}>{text.attribute.name}</label>
      <input
        id={`${id}name`}
        className={classes.input}
        list={`${id}names`}
        value={name}
        required
        maxLength={100}
        // Blanks alone are no name.
        pattern=".*\S.*"
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setName(event.currentTarget.value)}
        data-autofocus
      />
      <datalist id={`${id}names`}>
        {names.data?.map((each) => (
          <option key={each} value={each} />
        ))}
      </datalist>
      <label htmlFor={`${id}operator`}>{text.attribute.operator}</label>
      <select
        id={`${id}operator`}
        className={classes.input}
        value={operator}
        // The options are the operators.
        onChange={(event) => setOperator(event.currentTarget.value as AttributeOperator)}
      >
        {operators.map(([each, label]) => (
          <option key={each} value={each}>
            {label}
          </option>
        ))}
      </select>
      {takesValue(operator) && (
        <>
          <label htmlFor={`${id}value`}>{text.attribute.value}</label>
          <input
            id={`${id}value`}
            className={classes.input}
            list={`${id}values`}
            value={value}
            required
            // Blanks alone are no value.
            pattern=".*\S.*"
            maxLength={200}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => setValue(event.currentTarget.value)}
          />
          <datalist id={`${id}values`}>
            {known.data?.map((each) => (
              <option key={each.value} value={each.value} />
            ))}
          </datalist>
        </>
      )}
      <div className={classes.actions}>
        <Button type="submit">{editorText.apply}</Button>
      </div>
    </form>
  )
}
