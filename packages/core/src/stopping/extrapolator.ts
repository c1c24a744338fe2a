import { fitPowerLaw } from '../curves/fitPowerLaw.ts'

/** The finite points of a curve, in the order of its steps. */
export interface CurvePoints {
  readonly steps: readonly number[]
  readonly values: readonly number[]
}

/** Where a curve is expected at a later step, in the unit of its values. */
export interface Projection {
  readonly value: number
  /** The value logged there is expected between `low` and `high`, 95 times of 100. */
  readonly low: number
  readonly high: number
}

/** A way to draw a curve on; a host may bring its own, such as a network that learnt from curves. */
export interface Extrapolator {
  /** Named beside every number that it gives. */
  readonly name: string
  /** `constant`: says nothing of curves whose learning rate is yet to fall. */
  readonly schedules: 'constant' | 'any'
  /** Returns where the curve goes, `null` where the points do not tell. */
  readonly project: (points: CurvePoints, step: number) => Projection | null
}

/** The first steps of a training are warm-up, which no power law describes. */
const fittedShare = 0.7

/**
 * The power law `c + a t^-b` through the last 70 % of the points.
 *
 * It is for a constant learning rate alone: on a cosine or step decay the loss falls further when
 * the rate does, the law cannot know that, and its band then holds the end almost never.
 */
export const powerLawExtrapolator: Extrapolator = {
  name: 'power-law',
  schedules: 'constant',
  project({ steps, values }, step) {
    const skipped = Math.floor(steps.length * (1 - fittedShare))
    const law = fitPowerLaw(steps.slice(skipped), values.slice(skipped))
    // An exponent at the end of the search is that of a curve which is no power law.
    return law.kind === 'undefined' || law.isAtBound ? null : law.predict(step)
  },
}
