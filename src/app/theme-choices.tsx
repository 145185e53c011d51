import {
  IconBaselineDensityMedium,
  IconBaselineDensitySmall,
  IconLanguage,
  type Icon,
} from '@tabler/icons-react'

import { setColorScheme, type ColorScheme } from '#lib/color-scheme.ts'
import { setDensity, useDensity, type Density } from '#lib/density.ts'
import { language } from '#lib/language.ts'
import { languages, setLanguage } from '#lib/languages.ts'
import { t } from '#lib/messages.ts'
import { MenuChoice } from '#ui/menu-items.tsx'

import classes from './theme-menu.module.css'

const densities = [
  { value: 'comfortable', label: t.theme.comfortable, icon: IconBaselineDensityMedium },
  { value: 'compact', label: t.theme.compact, icon: IconBaselineDensitySmall },
] as const satisfies { value: Density; label: string; icon: Icon }[]

type Props = {
  schemes: readonly { value: ColorScheme; label: string; icon: Icon }[]
  colorScheme: ColorScheme
}

export function ThemeChoices({ schemes, colorScheme }: Props) {
  const density = useDensity()
  return (
    <>
      {schemes.map(({ value, label, icon }) => (
        <MenuChoice
          key={value}
          label={label}
          icon={icon}
          isChosen={value === colorScheme}
          onSelect={() => setColorScheme(value)}
        />
      ))}
      <hr className={classes.line} />
      {densities.map(({ value, label, icon }) => (
        <MenuChoice
          key={value}
          label={label}
          icon={icon}
          isChosen={value === density}
          onSelect={() => setDensity(value)}
        />
      ))}
      <hr className={classes.line} />
      {languages.map(({ value, label }) => (
        <MenuChoice
          key={value}
          label={label}
          icon={IconLanguage}
          isChosen={value === language}
          onSelect={() => value === language || setLanguage(value)}
        />
      ))}
    </>
  )
}
