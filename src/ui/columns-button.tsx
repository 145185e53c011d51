import { IconColumns3 } from '@tabler/icons-react'

import { columnsText as text } from '#lib/messages/columns.ts'

import { Button } from './button.tsx'
import { ColumnList } from './column-list.tsx'
import { Popup } from './popup.tsx'
import type { ColumnChoice } from './use-columns.ts'

/** Opens the list of columns, in which they are chosen and put in order. */
export function ColumnsButton({ choice }: { choice: ColumnChoice }) {
  return (
    <Popup
      label={text.title}
      kind="dialog"
      trigger={(trigger) => (
        <Button
          variant="default"
          leftSection={<IconColumns3 size={16} stroke={1.75} aria-hidden />}
          {...trigger}
        >
          {text.title}
        </Button>
      )}
    >
      {() => <ColumnList choice={choice} />}
    </Popup>
  )
}
