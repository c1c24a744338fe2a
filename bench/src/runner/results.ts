import type { LongTasks, Times } from '../page.ts'
import { caseName, type BenchCase, type Peer } from '../peers.ts'

export type Measure = 'mount' | 'redraw' | 'append' | 'hover'

/** What one chart took in one case. */
export interface Measured extends Times {
  /** What the chart holds after its mount, as a multiple of the raw columns; `null` for the floor. */
  readonly memory: number | null
}

/** A bundle without React, minified and compressed, in bytes. */
export interface BundleSize {
  readonly script: number
  readonly style: number
}

/** Everything that was measured; what is missing was not asked for, or took too long. */
export interface Results {
  readonly cases: readonly BenchCase[]
  readonly peers: readonly Peer[]
  /** By `resultKey`. */
  readonly measured: ReadonlyMap<string, Measured>
  /** By the chart's name. */
  readonly longTasks: ReadonlyMap<string, LongTasks>
  readonly bundles: ReadonlyMap<string, BundleSize>
}

export function resultKey(own: BenchCase, peer: string): string {
  return `${caseName(own)} ${peer}`
}

/** The time of a measure, or `null` where there is none. */
export function timeOf(
  { measured }: Results,
  measure: Measure,
  own: BenchCase,
  peer: string,
): number | null {
  return measured.get(resultKey(own, peer))?.[measure] ?? null
}

export function medianOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN
}
