import { summariseMean } from './meanBand.ts'
import { summariseMedian } from './medianBand.ts'

export type Center = 'mean' | 'median'
export type Band = 'minMax' | 'sd' | 'se' | 'ci95'

/** The columns that a summary is written to. */
export interface Summaries {
  readonly center: Float64Array
  readonly low: Float64Array
  readonly high: Float64Array
}

/** Some numbers of a column: those from `start` up to but not including `end`. */
export interface Slice {
  readonly data: Float64Array
  start: number
  end: number
}

/**
 * Writes the center and the band of the values of a slice at the place `at` of the columns, and
 * returns how many there are. Values are finite, or `NaN` where there is none; it may move them.
 */
export type Summarise = (values: Slice, into: Summaries, at: number) => number

/** Returns what summarises the values at one x. */
export function bandOf(center: Center, band: Band): Summarise {
  return center === 'mean' ? summariseMean(band) : summariseMedian(band)
}
