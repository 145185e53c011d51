import { IconBan, IconCircleCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useMatch } from 'react-router'

import { identityText } from '#lib/messages/identities.ts'
import type { OpenThing } from '#lib/open-action.ts'

import { nameOf } from './name-of.ts'
import { identityQuery } from './queries.ts'
import { useLogInSwitch } from './use-log-in-switch.ts'

const text = identityText.logIn

/** The identity whose page is open, and what can be done with it; undefined where none is. */
export function useOpenIdentity(): OpenThing | undefined {
  const id = useMatch('/identities/:id/*')?.params.id ?? ''
  // The page has it already, or nothing is offered.
  const { data: identity } = useQuery({ ...identityQuery(id), enabled: false })
  const name = identity ? nameOf(identity) : ''
  const { blocked, start } = useLogInSwitch({ id, name })
  if (!identity) return undefined
  const isDisabled = identity.identityStatus === 'DISABLED'
  const action = isDisabled ? 'enableLogIn' : 'disableLogIn'
  const only = {
    id: action,
    label: isDisabled ? text.enable : text.disable,
    icon: isDisabled ? IconCircleCheck : IconBan,
    blocked: blocked(action),
    run: () => void start(action),
  }
  return { id, name, actions: [only] }
}
