import type { YScale } from '@runoff/core'

/** The way from a logged number to the unit that is drawn, in which an axis is even, and back. */
export interface DrawScale {
  readonly kind: YScale
  /** Below this magnitude a symlog axis is linear; 1 on the others. */
  readonly threshold: number
  /** Two scales of one key draw alike. */
  readonly key: string
  /** `-Infinity` for what lies below a logarithmic axis; `NaN` stays `NaN`. */
  readonly toDrawn: (value: number) => number
  readonly toData: (drawn: number) => number
}

const linear: DrawScale = {
  kind: 'linear',
  threshold: 1,
  key: 'linear',
  toDrawn: (value) => value,
  toData: (drawn) => drawn,
}

const log: DrawScale = {
  kind: 'log',
  threshold: 1,
  key: 'log',
  toDrawn: (value) => (value <= 0 ? -Infinity : Math.log10(value)),
  toData: (drawn) => 10 ** drawn,
}

/**
 * Returns the scale of a kind. A symlog scale draws the sign of a value times
 * `log10(1 + |value| / threshold)`, so that 0 and what is below it have their place.
 *
 * @see Webber, A bi-symmetric log transformation for wide-range data (2012).
 */
export function drawScale(kind: YScale, threshold = 1): DrawScale {
  if (kind === 'linear') return linear
  return kind === 'log' ? log : symlog(threshold)
}

function symlog(threshold: number): DrawScale {
  return {
    kind: 'symlog',
    threshold,
    key: `symlog ${threshold}`,
    toDrawn: (value) => Math.sign(value) * Math.log10(1 + Math.abs(value) / threshold),
    toData: (drawn) => Math.sign(drawn) * threshold * (10 ** Math.abs(drawn) - 1),
  }
}

/** How many powers of ten below the largest magnitude a symlog axis is linear. */
const symlogDecades = 3

/** Returns the threshold of a symlog axis for values of at most this magnitude: a power of ten. */
export function symlogThreshold(largest: number): number {
  if (!(largest > 0) || largest === Infinity) return 1
  const power = Math.floor(Math.log10(largest)) - symlogDecades
  // Not `10 ** power`, which is a hair beside the number that is written; none below the smallest.
  return Number(`1e${Math.max(-307, power)}`)
}
