import { shareOf, valueAt, type ParamAxis } from './axisScale.ts'

/** The whole positions of a slider along an axis, from 0 to `last`. */
export interface SliderScale {
  readonly last: number
  readonly shareOf: (position: number) => number
  readonly positionOf: (share: number) => number
}

/** Positions of a slider over numbers: finer than a pixel of any axis here. */
const numberPositions = 200

/** Returns the positions of a slider: one per category, else two hundred steps of equal length. */
export function sliderScale(axis: ParamAxis, categories: number): SliderScale {
  if (axis.scale === 'category') {
    return {
      last: Math.max(0, categories - 1),
      shareOf: (position) => shareOf(axis, position),
      positionOf: (share) => valueAt(axis, share),
    }
  }
  return {
    last: numberPositions,
    shareOf: (position) => position / numberPositions,
    positionOf: (share) =>
      Math.min(numberPositions, Math.max(0, Math.round(share * numberPositions))),
  }
}
