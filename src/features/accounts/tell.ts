import { actionText } from '#lib/messages/account-actions.ts'
import { announce } from '#ui/live-region.tsx'
import { toast } from '#ui/toast.ts'

import type { Notice } from './verdict-notice.ts'

/** What the row itself shows only has to be heard; the rest is a toast, which is heard as well. */
export function tell({ isSeen, tone, title, text, reference }: Notice) {
  if (isSeen) return announce(title)
  const task =
    reference?.kind === 'task' ? `${actionText.verdicts.taskId} ${reference.id}` : undefined
  const message = [text, task].filter(Boolean).join(' ')
  toast({
    tone,
    title,
    message: message || undefined,
    trackingId: reference?.kind === 'tracking' ? reference.id : undefined,
  })
}
