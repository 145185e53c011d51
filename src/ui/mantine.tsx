import { createTheme, MantineProvider } from '@mantine/core'
import type { ReactNode } from 'react'

import { teal } from './teal.ts'

const theme = createTheme({
  colors: { teal },
  primaryColor: 'teal',
  primaryShade: 6,
  respectReducedMotion: true,
})

/** The scheme is chosen and stored elsewhere (lib/color-scheme.ts); Mantine only has to know it. */
const manager = {
  get: () => 'auto' as const,
  set: () => {},
  subscribe: () => {},
  unsubscribe: () => {},
  clear: () => {},
}

/**
 * Around what uses a component of Mantine's. It is not around the whole application, so that the
 * first rows do not wait for it; its variables are in the style sheet from the start.
 */
export function Mantine({ children }: { children: ReactNode }) {
  return (
    <MantineProvider
      theme={theme}
      colorSchemeManager={manager}
      getRootElement={() => undefined}
      withCssVariables={false}
      withGlobalClasses={false}
    >
      {children}
    </MantineProvider>
  )
}
