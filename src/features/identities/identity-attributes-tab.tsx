import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParams } from 'react-router'

import { identityText } from '#lib/messages/identities.ts'
import { oneLine, undisguised } from '#lib/visible-text.ts'
import { NoValue } from '#ui/cells.tsx'
import { NothingYet } from '#ui/empty-state.tsx'
import { Toolbar } from '#ui/list-layout.tsx'
import { SearchInput } from '#ui/search-input.tsx'

import { attributeRows, searchAttributes } from './attributes.ts'
import { identityQuery } from './queries.ts'

import classes from './identity-attributes-tab.module.css'

const text = identityText.attributes

export function Component() {
  const { id = '' } = useParams()
  const { data: identity } = useQuery(identityQuery(id))
  const [search, setSearch] = useState('')
  const all = attributeRows(identity?.attributes)
  const found = searchAttributes(all, search)
  if (all.length === 0) return <NothingYet title={text.none} text={text.noneText} />
  return (
    <>
      <div className={classes.tools}>
        <Toolbar>
          <SearchInput label={text.search} value={search} onSearch={setSearch} />
          <span role="status" className={classes.count}>
            {found.length === 0 ? text.noMatch : text.count(found.length, all.length)}
          </span>
        </Toolbar>
      </div>
      {found.length > 0 && (
        <div className={classes.scroller}>
          <table className={classes.table} aria-label={text.label}>
            <thead>
              <tr>
                <th scope="col">{text.name}</th>
                <th scope="col">{text.value}</th>
              </tr>
            </thead>
            <tbody>
              {found.map(({ name, value }) => (
                <tr key={name}>
                  <th scope="row">{oneLine(name)}</th>
                  <td>{value.trim() === '' ? <NoValue /> : undisguised(value)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  )
}
