import type { Icon } from '@tabler/icons-react'
import type { ComponentPropsWithRef } from 'react'

import classes from './icon-button.module.css'

type Props = ComponentPropsWithRef<'button'> & { label: string; icon: Icon }

/** A button without room for its word. The word is its name and its hint. */
export function IconButton({ label, icon: ButtonIcon, ...button }: Props) {
  return (
    <button type="button" className={classes.button} aria-label={label} title={label} {...button}>
      <ButtonIcon size={16} stroke={1.75} aria-hidden />
    </button>
  )
}
