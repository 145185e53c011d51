import { percentile, table } from '../lib.ts'
import type { Figures } from './measure.ts'

/** A line for each measure, with its median and its spread at each size. */
export function printed(sizes: number[], all: Figures[]): string {
  const names = [...new Set(all.flatMap((figures) => [...figures.keys()]))]
  const head = sizes.flatMap((size) => [`${size.toLocaleString('en')}: median`, 'p95', 'range'])
  return table(
    ['', ...head],
    names.map((name) => [name, ...all.flatMap((figures) => cells(figures.get(name) ?? []))]),
  )
}

function cells(values: number[]): string[] {
  if (values.length === 1) return [text(values[0]), '', '']
  const range = `${text(Math.min(...values))} to ${text(Math.max(...values))}`
  return [text(percentile(values, 50)), text(percentile(values, 95)), range]
}

const text = (value = Number.NaN) => value.toFixed(Math.abs(value) < 100 ? 1 : 0)
