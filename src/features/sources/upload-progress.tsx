import { useEffect, useRef } from 'react'

import { sourceText } from '#lib/messages/sources.ts'
import { Button } from '#ui/button.tsx'
import { ProgressLine } from '#ui/progress-line.tsx'

import type { Load } from './load-store.ts'

import parts from './parts.module.css'

const text = sourceText.upload

type Props = { load: Load & { is: 'starting' }; name: string }

/** How much of a file has left; then that the tenant looks at it. */
export function UploadProgress({ load, name }: Props) {
  const { sent, total, stop } = load
  const card = useRef<HTMLDivElement>(null)
  const isSent = total > 0 && sent >= total
  // The button that was pressed is gone: the keyboard stays here.
  useEffect(() => card.current?.focus({ preventScroll: true }), [])
  return (
    <div ref={card} tabIndex={-1} className={parts.card}>
      <p className={parts.words}>{text.sending(name)}</p>
      <ProgressLine
        label={text.progress}
        percent={isSent || total === 0 ? undefined : (100 * sent) / total}
        text={isSent ? text.checking : text.sent(text.size(sent), text.size(total))}
      />
      {/* What has arrived may be acted upon: whether it was stopped, nobody could tell. */}
      {!isSent && (
        <div className={parts.buttons}>
          <Button variant="default" onClick={stop}>
            {text.stop}
          </Button>
        </div>
      )}
    </div>
  )
}
