import type { ChartLine } from './model/chartLine.ts'

export interface Look {
  /** Strokes and gaps in CSS pixels; empty is solid. */
  readonly dash: readonly number[]
  /** How wide the line is beside a plain one. */
  readonly widthShare: number
  readonly opacity: number
}

/**
 * Returns how a line is drawn beside its colour and marker: by the phase where a chart shows
 * phases (train thin and solid, eval dashed), by the run where it does not.
 */
export function lineLook({ phase, style }: Pick<ChartLine, 'phase' | 'style'>): Look {
  return phase === null ? { dash: style.dash, widthShare: 1, opacity: 1 } : phaseLooks[phase]
}

const phaseLooks: Readonly<Record<'train' | 'eval', Look>> = {
  train: { dash: [], widthShare: 0.7, opacity: 0.75 },
  eval: { dash: [7, 3], widthShare: 1.2, opacity: 1 },
}
