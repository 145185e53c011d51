import type { TaskStatus } from '#api/client.ts'
import { taskText } from '#lib/messages/tasks.ts'
import { labelOf } from '#lib/visible-text.ts'

export const nameOf = ({ uniqueName }: Pick<TaskStatus, 'uniqueName'>): string =>
  labelOf(uniqueName) ?? taskText.nameless

type Target = { to: string | undefined; name: string }

/** What the task is about, and where that is shown. Undefined where it names nothing. */
export function targetOf({ target }: Pick<TaskStatus, 'target'>): Target | undefined {
  const name = labelOf(target?.name) ?? labelOf(target?.id)
  if (!target || name === undefined) return undefined
  const id = target.id && encodeURIComponent(target.id)
  if (!id) return { name, to: undefined }
  if (target.type === 'APPLICATION') return { name, to: `/sources/${id}` }
  return { name, to: target.type === 'IDENTITY' ? `/identities/${id}` : undefined }
}
