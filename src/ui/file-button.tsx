import { useRef, type ReactNode } from 'react'

import { Button } from './button.tsx'

type Props = {
  label: string
  /** What the file is for: "CSV file of accounts". */
  what: string
  icon?: ReactNode
  describedBy?: string | undefined
  /** Shown as not possible; what it is described by says why. */
  isBlocked?: boolean
  onChoose: (file: File) => void
}

/** Has a CSV file chosen. */
export function FileButton({ label, what, icon, describedBy, isBlocked, onChoose }: Props) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button
        variant="default"
        leftSection={icon}
        // Not `disabled`: the reason has to be within reach of the keyboard.
        aria-disabled={isBlocked || undefined}
        aria-describedby={describedBy}
        onClick={() => isBlocked || input.current?.click()}
      >
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        accept=".csv,text/csv"
        aria-label={what}
        hidden
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? []
          // The same file can be chosen again once it has been put right.
          event.currentTarget.value = ''
          if (file) onChoose(file)
        }}
      />
    </>
  )
}
