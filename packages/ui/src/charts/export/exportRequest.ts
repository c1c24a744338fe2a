import { RunoffError } from '@runoff/core'
import type { ChartWords } from '../chartWords.ts'
import type { Palette } from '../engine/palette.ts'
import type { ChartMessages } from '../messages.ts'
import type { MarksByRun } from '../marks/placeMarks.ts'
import type { ChartModel, PlacedLine } from '../model/chartModel.ts'
import type { Shown } from '../model/viewportOf.ts'
import type { Color } from '../paint/raster.ts'

/** The colours of a picture that stands alone: nothing in it refers to a stylesheet. */
export interface ExportLooks extends Palette {
  readonly text: Color
  readonly muted: Color
  readonly grid: Color
  readonly baseline: Color
  readonly background: Color
}

/** Everything that an export of a chart is made of. */
export interface ExportRequest extends ChartWords {
  readonly title: string
  /** What the values are, as the y axis and the summary call them. */
  readonly subject: string
  /** What is drawn now. */
  readonly model: ChartModel
  /**
   * The same runs, each with a line of its own: the model itself where it has no groups, `null`
   * where that is not known.
   */
  readonly ungrouped: ChartModel | null
  readonly shown: Shown
  /** What happened on the curves. */
  readonly marks: MarksByRun
  /** Lines that are still being made ready, of how many. */
  readonly pending: { readonly left: number; readonly all: number }
  /** Of the whole picture, in CSS pixels; at least 320. */
  readonly width: number
  /** Of the plot with its axes, in CSS pixels; at least 120. */
  readonly height: number
  readonly looks: ExportLooks
  /** Unix time in milliseconds at which the export is made. */
  readonly exportedAtMs: number
}

const leastWidth = 320
const leastHeight = 120

/** Returns the lines that are seen. */
export function visibleLines({
  model,
  shown,
}: Pick<ExportRequest, 'model' | 'shown'>): readonly PlacedLine[] {
  return model.lines.filter(({ runId }) => !shown.hiddenRunIds.has(runId))
}

/** Returns the full name of a line, with its phase where a chart shows more than one. */
export function lineName(
  { name, phase }: Pick<PlacedLine, 'name' | 'phase'>,
  { suffix }: Pick<ChartMessages, 'suffix'>,
): string {
  return phase === null ? name : `${name} ${suffix[phase]}`
}

/**
 * Throws where a picture of a request cannot be made.
 *
 * @throws {RunoffError} `bad-option` for a size that has no room for a plot, or a date that is none.
 */
export function checkPicture({ width, height, exportedAtMs }: ExportRequest): void {
  if (!(width >= leastWidth && height >= leastHeight && Number.isFinite(width + height))) {
    throw new RunoffError(
      'bad-option',
      `A picture of a chart needs at least ${leastWidth} by ${leastHeight} pixels, and got ` +
        `${width} by ${height}. Pass the size that the chart has on the page.`,
    )
  }
  if (Number.isNaN(new Date(exportedAtMs).getTime())) {
    throw new RunoffError(
      'bad-option',
      `An export says when it was made, and got ${exportedAtMs}. Pass a Unix time in milliseconds.`,
    )
  }
}
