/** The same data for every chart: one common x and one column per run. */
export interface BenchData {
  readonly steps: Float64Array
  readonly columns: readonly Float64Array[]
}

/** What the bench does with a chart; each call ends when the chart has been asked, not drawn. */
export interface BenchChart {
  /** Shows the steps from `from` to `to`. */
  zoom(from: number, to: number): void
  /** Shows data that have grown by one point per run. */
  grow(data: BenchData): void
  remove(): void
}

export type MountChart = (place: HTMLElement, data: BenchData) => BenchChart

export const size = { width: 1200, height: 600 }
