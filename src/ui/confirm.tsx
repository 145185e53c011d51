import { Suspense, useSyncExternalStore } from 'react'

import { lazyPart } from '#lib/lazy-part.ts'

export type Question = {
  /** A question: "Disable 34 accounts?" */
  title: string
  /** Each text of a list is a paragraph of its own. */
  body: string | string[]
  /** The verb and the count: "Disable 34 accounts". */
  button: string
  isDestructive?: boolean
  /** What has to be typed before the button works: a name, where a slip would cost too much. */
  typed?: { label: string; text: string } | undefined
}

export type Asked = Question & { answer: (yes: boolean) => void }

const ConfirmDialog = lazyPart(async () => (await import('./confirm-dialog.tsx')).ConfirmDialog)

let asked: Asked | undefined
const listeners = new Set<() => void>()

function change(next: Asked | undefined) {
  asked = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** Asks in a dialog. False when it is dismissed, and at once when another question is open. */
export function confirm(question: Question): Promise<boolean> {
  if (asked) return Promise.resolve(false)
  return new Promise((resolve) => {
    const answer = (yes: boolean) => {
      change(undefined)
      resolve(yes)
    }
    change({ ...question, answer })
  })
}

/** For who sees that a question is about to be asked: its dialog is then there at once. */
export const prepareConfirm = (): void => ConfirmDialog.fetch()

/** Mounted once. The question outlives the menu that asked it. */
export function ConfirmHost() {
  const question = useSyncExternalStore(subscribe, () => asked)
  return question ? (
    <Suspense>
      <ConfirmDialog key={question.title} {...question} />
    </Suspense>
  ) : null
}
