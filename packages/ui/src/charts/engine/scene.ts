import type { ChartMessages } from '../messages.ts'
import type { ChartModel } from '../model/chartModel.ts'

/** Where the plot lies within its box, in CSS pixels. */
export interface PlotLayout {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** How far the canvas reaches beyond the plot on both sides, in CSS pixels: half a marker. */
export const canvasBleedPx = 8

/** What React hands the engine whenever it has rendered. */
export interface Scene {
  readonly chartId: string
  readonly model: ChartModel
  readonly layout: PlotLayout
  readonly messages: ChartMessages
}

/** The elements that React has made and the engine moves. */
export interface ChartElements {
  /** The box of the plot and its axes. */
  readonly box: HTMLElement
  readonly canvas: HTMLCanvasElement
  /** What takes the focus, the keys and the pointer. */
  readonly surface: HTMLElement
  readonly crosshair: HTMLElement
  readonly dot: HTMLElement
  readonly brush: HTMLElement
  readonly tooltip: HTMLElement
  readonly live: HTMLElement
  readonly probe: HTMLElement
}
