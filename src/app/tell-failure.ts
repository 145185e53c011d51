import { ApiError } from '#api/errors.ts'
import { toast } from '#ui/toast.ts'

/** What failed behind a screen that stays, told once, in the tenant's words. */
export function tellFailure(title: string, error: Error): void {
  toast({
    title,
    message: error.message,
    tone: 'bad',
    trackingId: error instanceof ApiError ? error.trackingId : undefined,
  })
}
