import { IconRefresh } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useId } from 'react'

import type { Source } from '#api/client.ts'
import { sourceText } from '#lib/messages/sources.ts'
import { Button } from '#ui/button.tsx'
import { Hidden } from '#ui/hidden.tsx'

import { sourceName } from './columns.tsx'
import { startLoad } from './load-store.ts'
import { useBlocked } from './use-aggregation.ts'

const text = sourceText.aggregation

/** Has the tenant read the source; that of a flat file is the file that was uploaded last. */
export function AggregateButton({ source }: { source: Source }) {
  const client = useQueryClient()
  const reasonId = useId()
  const { reason, isStarting } = useBlocked(source)
  return (
    <>
      <Button
        variant={source.connectionType === 'file' ? 'default' : 'filled'}
        leftSection={<IconRefresh size={16} stroke={1.75} aria-hidden />}
        // Not `disabled`: the keyboard has to reach the reason.
        aria-disabled={reason !== undefined || isStarting || undefined}
        aria-describedby={reason === undefined ? undefined : reasonId}
        title={reason}
        onClick={() => {
          if (reason !== undefined || isStarting) return
          void startLoad(client, { id: source.id, name: sourceName(source) })
        }}
      >
        {text.start}
      </Button>
      {reason !== undefined && (
        <Hidden>
          <span id={reasonId}>{reason}</span>
        </Hidden>
      )}
    </>
  )
}
