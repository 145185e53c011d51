import { IconBookmark, IconChevronDown, IconDeviceFloppy } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation, useNavigate } from 'react-router'

import { viewText } from '#lib/messages/views.ts'
import { ActionMenu } from '#ui/action-menu.tsx'
import { MenuItem } from '#ui/menu-items.tsx'

import { viewsQuery } from './queries.ts'
import { pathOf, presentView, stateOf, type Present, type View, type ViewedList } from './state.ts'
import { ViewActions } from './view-actions.tsx'
import { RenameForm, SaveForm } from './view-form.tsx'
import { ViewList } from './view-list.tsx'

import classes from './views-menu.module.css'

type Form = { kind: 'save'; query: string } | { kind: 'rename'; view: View }

/** The views of a list: which one it shows, the others, and what can be done with it. */
export function ViewsMenu({ list }: { list: ViewedList }) {
  const navigate = useNavigate()
  const { search } = useLocation()
  const { data: views = [] } = useQuery(viewsQuery)
  const present = presentView(views, list, search)
  const [form, setForm] = useState<Form>()

  return (
    <>
      <ActionMenu
        label={viewText.menu(list)}
        trigger={(props) => (
          <button
            type="button"
            className={classes.button}
            aria-label={labelOf(present)}
            title={present?.view.name}
            {...props}
          >
            <IconBookmark size={16} stroke={1.75} aria-hidden />
            <span className={classes.name}>{present?.view.name ?? viewText.button}</span>
            {present?.isChanged && <span className={classes.changed}>{viewText.changed}</span>}
            <IconChevronDown size={14} stroke={1.75} aria-hidden />
          </button>
        )}
      >
        <ViewList list={list} present={present} />
        <div role="separator" className={classes.line} />
        <MenuItem
          label={viewText.saveAs}
          icon={IconDeviceFloppy}
          onSelect={() => setForm({ kind: 'save', query: stateOf(search) })}
        />
        {present && (
          <>
            <div role="separator" className={classes.line} />
            <ViewActions
              present={present}
              onRename={() => setForm({ kind: 'rename', view: present.view })}
            />
          </>
        )}
      </ActionMenu>
      {form?.kind === 'save' && (
        <SaveForm
          list={list}
          query={form.query}
          onClose={() => setForm(undefined)}
          onSaved={(view) => {
            setForm(undefined)
            void navigate(pathOf(view), { replace: true, preventScrollReset: true })
          }}
        />
      )}
      {form?.kind === 'rename' && (
        <RenameForm view={form.view} onClose={() => setForm(undefined)} />
      )}
    </>
  )
}

const labelOf = (present: Present | undefined) =>
  present ? viewText.present(present.view.name, present.isChanged) : undefined
