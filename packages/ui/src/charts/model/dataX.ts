import type { XScale } from '@runoff/core'

/** Returns the x that was logged, of one in the unit that is drawn. */
export function dataX({ xScale }: { readonly xScale: XScale }, drawn: number): number {
  // A power of a logarithm is a hair beside the number that it came from.
  return xScale === 'log' ? Number((10 ** drawn).toPrecision(12)) : drawn
}
