import { useEffect, useRef } from 'react'

import classes from './select-box.module.css'

type Props = {
  label: string
  checked: boolean
  /** Some of what it stands for is selected. */
  isMixed?: boolean
  disabled?: boolean
  /** Absent where a list handles the clicks of all its rows in one place. */
  onChange?: () => void
}

const handledAbove = () => {}

/** A check box of the platform: hundreds are mounted while scrolling, so it has to be light. */
export function SelectBox({ label, checked, isMixed = false, disabled, onChange }: Props) {
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (input.current) input.current.indeterminate = isMixed
  }, [isMixed])
  return (
    <input
      ref={input}
      type="checkbox"
      className={classes.box}
      aria-label={label}
      checked={checked}
      disabled={disabled}
      onChange={onChange ?? handledAbove}
      data-select
    />
  )
}
