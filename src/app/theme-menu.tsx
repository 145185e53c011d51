import { IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react'

import { setColorScheme, useColorScheme, type ColorScheme } from '#lib/color-scheme.ts'
import { t } from '#lib/messages.ts'
import { ActionMenu, MenuChoice } from '#ui/action-menu.tsx'
import { IconButton } from '#ui/icon-button.tsx'

const schemes = [
  { value: 'light', label: t.theme.light, icon: IconSun },
  { value: 'dark', label: t.theme.dark, icon: IconMoon },
  { value: 'auto', label: t.theme.auto, icon: IconDeviceDesktop },
] as const satisfies { value: ColorScheme; label: string; icon: typeof IconSun }[]

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
      {schemes.map(({ value, label, icon }) => (
        <MenuChoice
          key={value}
          label={label}
          icon={icon}
          isChosen={value === colorScheme}
          onSelect={() => setColorScheme(value)}
        />
      ))}
    </ActionMenu>
  )
}
