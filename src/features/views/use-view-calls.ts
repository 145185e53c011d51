import { useMutation } from '@tanstack/react-query'
import { useLocation, useNavigate } from 'react-router'

import type { components } from '#api/console-schema.d.ts'
import { copyText } from '#lib/copy-text.ts'
import { t } from '#lib/messages.ts'
import { viewText } from '#lib/messages/views.ts'
import { confirm } from '#ui/confirm.tsx'
import { announce } from '#ui/live-region.tsx'
import { toast } from '#ui/toast.ts'

import { changeView, deleteView } from './mutations.ts'
import { pathOf, sharedPathOf, stateOf, type View } from './state.ts'

/** What the menu does with a view. The menu is closed by the time the server has answered. */
export function useViewCalls(view: View) {
  const navigate = useNavigate()
  const { pathname, search } = useLocation()
  const changing = useMutation(changeView)
  const deleting = useMutation(deleteView)
  const { id, list, name, pinned, isDefault } = view
  const go = (to: string) => void navigate(to, { replace: true, preventScrollReset: true })

  async function change(what: components['schemas']['ViewChange'], said: string) {
    const done = await changing.mutateAsync({ id, change: what }).catch(() => undefined)
    // What failed is told by a toast.
    if (done) announce(said)
  }

  return {
    update: () => void change({ query: stateOf(search) }, viewText.saved(name)),
    revert: () => go(pathOf(view)),
    pin: () =>
      void change({ pinned: !pinned }, pinned ? viewText.unpinned(name) : viewText.pinned(name)),
    setDefault: () =>
      void change(
        { isDefault: !isDefault },
        isDefault ? viewText.defaultCleared(list) : viewText.defaultSet(name, list),
      ),
    async copyLink() {
      const isCopied = await copyText(location.origin + sharedPathOf(view))
      if (isCopied) {
        toast({ title: viewText.linkCopied, message: viewText.linkText(name), tone: 'good' })
      } else toast({ title: t.copyFailed, tone: 'bad' })
    },
    async remove() {
      const isMeant = await confirm({
        title: viewText.deleteTitle(name),
        body: viewText.deleteText,
        button: viewText.deleteButton,
        isDestructive: true,
      })
      if (!isMeant) return
      const isGone = await deleting.mutateAsync(view).then(
        () => true,
        () => false,
      )
      if (!isGone) return
      announce(viewText.deleted(name))
      // The rows stay; only their name is gone.
      go(pathname + sharedPathOf({ list, query: stateOf(search) }).replace(`/${list}`, ''))
    },
  }
}
