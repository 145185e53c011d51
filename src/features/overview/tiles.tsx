import { overviewText as text } from '#lib/messages/overview.ts'
import { NoValue } from '#ui/cells.tsx'

import { NumberLink } from './number-link.tsx'
import type { Tile } from './numbers.ts'

import classes from './tiles.module.css'

type Props = { tiles: Tile[]; isPartial: boolean }

/** The numbers that somebody may have to do something about. */
export function Tiles({ tiles, isPartial }: Props) {
  return (
    <section aria-label={text.look}>
      <ul className={classes.tiles}>
        {tiles.map((tile) => (
          <li key={tile.id} className={classes.tile}>
            <span className={classes.label}>{tile.label}</span>
            <span className={classes.number}>
              {tile.isMissing ? (
                <NoValue />
              ) : (
                <NumberLink {...tile} isPartial={isPartial || tile.isPartial === true} />
              )}
            </span>
            <span className={classes.note}>{tile.note}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
