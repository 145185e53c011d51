import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useEffect, useState } from 'react'

import { copyText } from '#lib/copy-text.ts'
import { t } from '#lib/messages.ts'

import { IconButton } from './icon-button.tsx'
import { announce } from './live-region.tsx'

type Props = {
  value: string
  /** What is copied, in lower case: "tracking id". */
  what: string
}

export function CopyButton({ value, what }: Props) {
  const [isCopied, setIsCopied] = useState(false)
  useEffect(() => {
    if (!isCopied) return
    const timer = setTimeout(() => setIsCopied(false), 1500)
    return () => clearTimeout(timer)
  }, [isCopied])

  async function copy() {
    const done = await copyText(value)
    setIsCopied(done)
    announce(done ? t.copied : t.copyFailed)
  }
  return (
    <IconButton
      label={t.copyValue(what)}
      icon={isCopied ? IconCheck : IconCopy}
      onClick={() => void copy()}
    />
  )
}
