import { IconCopy, IconFingerprint, IconLink, IconTerminal2 } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'

import type { Account } from '#api/client.ts'
import { sessionQuery } from '#features/session/queries.ts'
import { copyText } from '#lib/copy-text.ts'
import { t } from '#lib/messages.ts'
import { accountText } from '#lib/messages/account.ts'
import { ActionMenu } from '#ui/action-menu.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { announce } from '#ui/live-region.tsx'
import { MenuItem } from '#ui/menu-items.tsx'

import { curlFor } from './curl.ts'

const text = accountText.copy

export function CopyMenu({ account: { id } }: { account: Account }) {
  return (
    <ActionMenu
      label={text.label}
      trigger={(props) => <IconButton label={text.label} icon={IconCopy} {...props} />}
    >
      <CopyItems id={id} />
    </ActionMenu>
  )
}

function CopyItems({ id }: { id: string }) {
  const tenant = useQuery(sessionQuery).data?.tenant
  async function copy(value: string) {
    announce((await copyText(value)) ? t.copied : t.copyFailed)
  }
  return (
    <>
      <MenuItem label={text.id} icon={IconFingerprint} onSelect={() => void copy(id)} />
      <MenuItem label={text.link} icon={IconLink} onSelect={() => void copy(location.href)} />
      <MenuItem
        label={text.curl}
        icon={IconTerminal2}
        blocked={tenant ? undefined : text.noTenant}
        onSelect={() => {
          if (tenant) void copy(curlFor(tenant.baseUrl, id))
        }}
      />
    </>
  )
}
