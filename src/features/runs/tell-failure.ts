import { explain } from '#api/explain.ts'
import { runText as text } from '#lib/messages/runs.ts'
import { toast } from '#ui/toast.ts'

/** Tells of a failure that leaves everything on screen as it was. */
export function tellFailure(error: Error): void {
  const { why, trackingId } = explain(error)
  toast({ title: text.failed, message: why, tone: 'bad', ...(trackingId && { trackingId }) })
}
