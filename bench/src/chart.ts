/** The same data for every chart: one common x and one column per run. */
export interface BenchData {
  readonly steps: Float64Array
  readonly columns: readonly Float64Array[]
}

/** What the bench does with a chart; each call ends when the chart has been asked, not drawn. */
export interface BenchChart {
  /** Shows the steps from `from` to `to`. */
  zoom(from: number, to: number): void
  /** Shows data that have grown by one point per run, all of them. */
  grow(data: BenchData): void
  /** The element that the pointer moves over; `null` where nothing follows the pointer. */
  surface(): Element | null
  remove(): void
}

export type MountChart = (place: HTMLElement, data: BenchData) => BenchChart

/** Of the plot with its axes, in CSS pixels. */
export const size = { width: 1200, height: 600 }

/** The same colour for the same run in every chart. */
export function colorOf(run: number): string {
  return `hsl(${(run * 47) % 360}, 60%, 45%)`
}
