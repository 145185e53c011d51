import { useId } from 'react'

import { t } from '#lib/messages.ts'
import { accountText } from '#lib/messages/account.ts'
import { oneLine } from '#lib/visible-text.ts'

import type { EditField } from './edit-fields.ts'

import classes from './edit-form.module.css'

const text = accountText.edit

type Props = {
  field: EditField
  value: string
  /** Marks it beside the others; in a form where every value is new, none is. */
  isChanged?: boolean
  isRequired?: boolean
  /** What else is to be known of it, in place of what the schema says. */
  hint?: string | undefined
  /** Why the schema does not allow what is typed. */
  problem: string | undefined
  onChange: (value: string) => void
}

export function EditInput({ field, value, problem, onChange, ...props }: Props) {
  const [id, hintId, problemId] = [useId(), useId(), useId()]
  const { name, fixed, description } = field
  const { isChanged = false, isRequired = false } = props
  const hint = props.hint ?? fixed ?? hints[field.kind] ?? description
  const described = [hint && hintId, problem && problemId].filter(Boolean).join(' ') || undefined
  return (
    <div className={classes.field} data-changed={isChanged || undefined}>
      <label htmlFor={id}>
        {oneLine(name)}
        {isChanged && <span className={classes.changed}>{text.changed}</span>}
      </label>
      <Control
        field={field}
        value={value}
        onChange={onChange}
        id={id}
        aria-invalid={problem ? true : undefined}
        aria-required={isRequired || undefined}
        aria-describedby={described}
        data-field={name}
      />
      {hint && (
        <p id={hintId} className={classes.hint}>
          {hint}
        </p>
      )}
      {problem && (
        <p id={problemId} role="alert" className={classes.problem}>
          {problem}
        </p>
      )}
    </div>
  )
}

const hints: Partial<Record<EditField['kind'], string>> = {
  list: text.onePerLine,
  date: text.dateForm,
}

type ControlProps = Pick<Props, 'field' | 'value' | 'onChange'> & {
  id: string
  'aria-invalid': true | undefined
  'aria-required': true | undefined
  'aria-describedby': string | undefined
  'data-field': string
}

const longLine = 60
const mostLines = 8

function Control({ field, value, onChange, ...rest }: ControlProps) {
  const { kind, fixed, isSecret } = field
  const all = { ...rest, value, className: classes.input }
  const isLong = value.length > longLine || value.includes('\n')
  if (kind === 'flag' && !fixed && ['', 'true', 'false'].includes(value)) {
    return (
      <select {...all} onChange={(event) => onChange(event.currentTarget.value)}>
        <option value="">{t.accounts.notSet}</option>
        <option value="true">{t.yes}</option>
        <option value="false">{t.no}</option>
      </select>
    )
  }
  if (kind === 'list' || (isLong && !isSecret)) {
    const lines = Math.ceil(value.length / longLine) + value.split('\n').length
    return (
      <textarea
        {...all}
        rows={Math.min(Math.max(lines, 2), mostLines)}
        readOnly={fixed !== undefined}
        spellCheck={false}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    )
  }
  return (
    <input
      {...all}
      type={isSecret ? 'password' : 'text'}
      inputMode={kind === 'number' ? 'numeric' : undefined}
      readOnly={fixed !== undefined}
      autoComplete={isSecret ? 'new-password' : 'off'}
      spellCheck={false}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
