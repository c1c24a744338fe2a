import { boxesPlan } from './boxes.ts'
import type { SmoothingPlan } from './plan.ts'

const passes = 3

/**
 * Returns the plan of a Gaussian mean with a standard deviation of `sigma` points, by three passes
 * of a box whose edges count in part, so that the deviation is exact for any sigma.
 *
 * @see Gwosdek, Grewenig, Bruhn & Weickert (2011), Theoretical foundations of Gaussian convolution
 * by extended box filtering.
 */
export function gaussianPlan(sigma: number): SmoothingPlan {
  const variance = (sigma * sigma) / passes
  const radius = Math.floor((Math.sqrt(12 * variance + 1) - 1) / 2)
  const edge =
    ((2 * radius + 1) * (variance - (radius * (radius + 1)) / 3)) /
    (2 * ((radius + 1) ** 2 - variance))
  return boxesPlan(`gaussian ${sigma}`, {
    box: { left: radius, right: radius, edge: Math.max(edge, 0) },
    passes,
  })
}
