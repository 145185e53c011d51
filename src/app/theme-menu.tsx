import { IconDeviceDesktop, IconMoon, IconSun, type Icon } from '@tabler/icons-react'

import { useColorScheme, type ColorScheme } from '#lib/color-scheme.ts'
import { lazyPart } from '#lib/lazy-part.ts'
import { t } from '#lib/messages.ts'
import { ActionMenu } from '#ui/action-menu.tsx'
import { IconButton } from '#ui/icon-button.tsx'

const ThemeChoices = lazyPart(async () => (await import('./theme-choices.tsx')).ThemeChoices)

const schemes = [
  { value: 'light', label: t.theme.light, icon: IconSun },
  { value: 'dark', label: t.theme.dark, icon: IconMoon },
  { value: 'auto', label: t.theme.auto, icon: IconDeviceDesktop },
] as const satisfies { value: ColorScheme; label: string; icon: Icon }[]

export function ThemeMenu() {
  const colorScheme = useColorScheme()
  const current = schemes.find(({ value }) => value === colorScheme) ?? schemes[2]
  return (
    <ActionMenu
      label={t.theme.label}
      trigger={(props) => (
        <IconButton label={`${t.theme.label}: ${current.label}`} icon={current.icon} {...props} />
      )}
    >
      <ThemeChoices schemes={schemes} colorScheme={colorScheme} />
    </ActionMenu>
  )
}
