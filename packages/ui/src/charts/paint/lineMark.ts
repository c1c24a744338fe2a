import type { MarkShape } from './paintMarker.ts'

/** A mark on a line, in device pixels from the upper left corner of the plot. */
export interface LineMark {
  readonly x: number
  readonly y: number
  readonly shape: MarkShape
  /** The first column that it may reach into. @default all of them */
  readonly fromColumn?: number
}

/** Of the plot, in device pixels. */
export interface PlotSize {
  readonly width: number
  readonly height: number
}
