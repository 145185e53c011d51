import { IconDownload } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'

import { download } from '#api/download.ts'
import { explain } from '#api/explain.ts'
import { listText } from '#lib/messages/accounts-list.ts'
import { Button } from '#ui/button.tsx'
import { Popup } from '#ui/popup.tsx'

import {
  attributeColumn,
  chosenColumns,
  exportUrl,
  keepColumns,
  listedColumns,
  otherColumns,
  shownColumns,
  type ExportColumn,
} from './export.ts'
import { attributeNamesQuery } from './known-values.ts'
import type { AccountList } from './search.ts'

import classes from './export-button.module.css'

const text = listText.exported

type Props = {
  list: AccountList
  /** The columns that the list shows, in their order. */
  shown: readonly string[]
  /** How many accounts there are, where that is known and true. */
  count: number | undefined
}

export function ExportButton(props: Props) {
  const icon = <IconDownload size={16} stroke={1.75} aria-hidden />
  return (
    <Popup
      label={text.title}
      kind="dialog"
      trigger={(trigger) => (
        <Button variant="default" leftSection={icon} {...trigger}>
          {text.open}
        </Button>
      )}
    >
      {() => <ExportForm {...props} />}
    </Popup>
  )
}

function ExportForm({ list, shown, count }: Props) {
  const usual = shownColumns(shown)
  const [chosen, setChosen] = useState(() => chosenColumns(usual))
  const attributes = useQuery(attributeNamesQuery)
  const file = useMutation({
    mutationFn: (url: string) => download(url, 'accounts.csv'),
    networkMode: 'always',
  })
  const toggle = (name: string) =>
    setChosen(chosen.includes(name) ? chosen.filter((each) => each !== name) : [...chosen, name])

  // In the order of the list, whatever was ticked last; what it does not show comes behind.
  const named = (attributes.data ?? []).map(attributeColumn)
  const offered = [...listedColumns, ...otherColumns, ...named]
  const order = [...new Set([...usual, ...offered.map(({ name }) => name)])]
  const columns = order.filter((name) => chosen.includes(name))
  const isUsual = columns.join() === usual.join()
  const group = { chosen, onToggle: toggle }

  function submit(event: FormEvent) {
    event.preventDefault()
    if (columns.length === 0) return
    keepColumns(isUsual ? [] : columns)
    file.mutate(exportUrl(list, columns))
  }
  return (
    <form className={classes.form} onSubmit={submit}>
      <Group title={text.listed} columns={listedColumns} {...group} />
      <Group title={text.others} columns={otherColumns} {...group} />
      {named.length > 0 && <Group title={text.attributes} columns={named} {...group} />}
      <div className={classes.end}>
        <p className={classes.note} role="status" data-failed={file.isError || undefined}>
          {file.isError && `${text.failed}: ${explain(file.error).why}`}
          {file.isSuccess && text.started(file.data)}
          {columns.length === 0 && text.noColumn}
        </p>
        {!isUsual && (
          <Button variant="subtle" onClick={() => setChosen(usual)}>
            {text.asListed}
          </Button>
        )}
        <Button type="submit" aria-disabled={columns.length === 0 || file.isPending || undefined}>
          {text.run(count)}
        </Button>
      </div>
    </form>
  )
}

type GroupProps = {
  title: string
  columns: ExportColumn[]
  chosen: string[]
  onToggle: (name: string) => void
}

function Group({ title, columns, chosen, onToggle }: GroupProps) {
  return (
    <fieldset className={classes.group}>
      <legend className={classes.title}>{title}</legend>
      {columns.map(({ name, label }) => (
        <Column
          key={name}
          label={label}
          checked={chosen.includes(name)}
          onToggle={() => onToggle(name)}
        />
      ))}
    </fieldset>
  )
}

type ColumnProps = { label: string; checked: boolean; onToggle: () => void }

function Column({ label, checked, onToggle }: ColumnProps) {
  return (
    <label className={classes.column}>
      <input type="checkbox" className={classes.check} checked={checked} onChange={onToggle} />
      <span className={classes.label}>{label}</span>
    </label>
  )
}
