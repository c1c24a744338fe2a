import type { ChartWords } from '../chartWords.ts'
import type { ChartModel } from '../model/chartModel.ts'

/** Where the plot lies within its box, in CSS pixels. */
export interface PlotLayout {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** How far the canvas reaches beyond the plot on both sides, in CSS pixels: a marker behind the end, with its ring. */
export const canvasBleedPx = 12

/** Points that come without a render of React. */
export interface LiveModel {
  /** Calls back when there is a new model, until stopped. */
  readonly subscribe: (listener: () => void) => () => void
  /** What is to be drawn now; `null` where that is what React has rendered. */
  readonly get: () => ChartModel | null
}

/** What React hands the engine whenever it has rendered. */
export interface Scene extends ChartWords {
  readonly chartId: string
  readonly model: ChartModel
  readonly live: LiveModel | null
  readonly layout: PlotLayout
}

/** The elements that React has made and the engine moves; a chart without a part has no such element. */
export interface ChartElements {
  /** The box of the plot and its axes. */
  readonly box: HTMLElement
  /** What takes the focus, the keys and the pointer. */
  readonly surface: HTMLElement
  readonly canvas: HTMLCanvasElement | null
  readonly crosshair: HTMLElement | null
  readonly dot: HTMLElement | null
  readonly brush: HTMLElement | null
  readonly tooltip: HTMLElement | null
  readonly live: HTMLElement
  readonly probe: HTMLElement
}
