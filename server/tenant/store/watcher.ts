import { ColumnNode, RawNode, TableNode, type OperationNode, type RootOperationNode } from 'kysely'

import type { Watcher } from '../../database/watched.ts'
import { facetColumns } from './facets.ts'

/** Columns of `account`, or all of them where rows came, went, or nobody knows. */
export type Changed = Iterable<string> | 'all'

/** Tells which columns of accounts have been written, once the writing is over. */
export function accountWatcher(tell: (changed: Changed) => void): Watcher {
  const written = new Map<object, Set<string> | 'all'>()
  return {
    ran(connection, statement) {
      const columns = writtenBy(statement)
      const before = written.get(connection)
      if (columns === 'all' || before === 'all') written.set(connection, 'all')
      else if (columns.length > 0) written.set(connection, new Set([...(before ?? []), ...columns]))
    },
    givenBack(connection) {
      const columns = written.get(connection)
      written.delete(connection)
      if (columns) tell(columns)
    },
  }
}

const reading = /^\s*(?:select|pragma|begin|commit|rollback|savepoint|release)\b/i

function writtenBy(statement: RootOperationNode): string[] | 'all' {
  switch (statement.kind) {
    case 'SelectQueryNode':
      return statement.with ? 'all' : []
    case 'UpdateQueryNode': {
      if (!concerns(statement.table)) return []
      const names = statement.updates?.map(({ column }) => nameOf(column)) ?? []
      if (names.some((name) => name === undefined)) return 'all'
      const known = names.filter((name) => name !== undefined)
      return known.some(isOfFacet) ? [...known, 'facet'] : known
    }
    case 'InsertQueryNode':
      return concerns(statement.into) ? 'all' : []
    case 'DeleteQueryNode':
      return statement.from.froms.some(concerns) ? 'all' : []
    case 'RawNode':
      return reading.test(beginningOf(statement)) ? [] : 'all'
    default:
      return 'all'
  }
}

/** The first words of a statement, which may stand in one that it is made of. */
function beginningOf({ sqlFragments: [text = ''], parameters: [first] }: RawNode): string {
  return text.trim() === '' && first && RawNode.is(first) ? beginningOf(first) : text
}

/** Whether accounts may be written through the node: all that is not the name of another table. */
const concerns = (node: OperationNode | undefined) =>
  !(node && TableNode.is(node)) || node.table.identifier.name === 'account'

const nameOf = (node: OperationNode) => (ColumnNode.is(node) ? node.column.name : undefined)

const isOfFacet = (column: string) => facetColumns.some((one) => one === column)
