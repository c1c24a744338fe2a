import type { Pyramid } from '@runoff/core'
import type { MarkShape } from './paintMarker.ts'
import type { LineLook } from './raster.ts'

/**
 * Which points of a line get its marker, beside its end: those that stand alone, all of them where
 * there is room for that (`sparse`), and now and then along the line (`some`). A line of many points
 * gets one at its end alone, behind its last point: no marker hides how far it reaches.
 */
export type MarkerPlaces = 'none' | 'end' | 'sparse' | 'some'

/** What is filled between two lines, behind its own line and in its colour. */
export interface PictureBand {
  readonly low: Pyramid
  readonly high: Pyramid
  /** 0 to 1. */
  readonly opacity: number
}

export interface PictureLine extends LineLook {
  readonly pyramid: Pyramid
  readonly band: PictureBand | null
  readonly marker: MarkShape
  /** Where it is 0 nothing of the line is marked, at its edges neither. */
  readonly markerRadius: number
  readonly markerPlaces: MarkerPlaces
  /** Where markers along the line begin, as a share of the way between two: 0 to 1. */
  readonly markerPhase: number
  /** Whether more points are to come: a ring stands about the marker at its end. */
  readonly isLive: boolean
}

export interface Picture {
  readonly canvas: HTMLCanvasElement
  /** Columns left and right of the plot, for markers alone. */
  readonly inset: number
  /** All lines; the later are drawn over the earlier. */
  readonly lines: readonly PictureLine[]
  /** Drawn once more over the others, which fade; empty where nothing is highlighted. */
  readonly front: readonly PictureLine[]
  /** What is left of the opacity of `lines` behind `front`, 0 to 1. */
  readonly dimmed: number
  /** Whether to mark where a line leaves the plot through its upper or lower border. */
  readonly marksCuts: boolean
}

/**
 * Draws lines into a canvas. This is all that the charts know of how it is done: another way of
 * drawing is another function that returns one of these.
 */
export interface LinePainter {
  /**
   * Draws the lines in place of what was there, and returns whether all of them are drawn: after
   * `budgetMs` it pauses behind a line, and what is highlighted waits for the last. @default no pause
   */
  readonly paint: (picture: Picture, budgetMs?: number) => boolean
  /** Goes on with a picture that has paused, and returns whether it is complete. */
  readonly proceed: (budgetMs: number) => boolean
  /**
   * Draws other lines over the last picture, which is not painted anew: it costs what the few lines
   * in front cost. Nothing happens before the first picture is complete.
   */
  readonly highlight: (front: readonly PictureLine[], dimmed: number) => void
}
