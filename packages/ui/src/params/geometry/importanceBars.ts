import type { ParamEffect } from '@runoff/core/stats'
import type { ImportanceMeasure } from '../messages.ts'

/** How long the bar of a parameter is, and whether what it shows was told from chance. */
export interface ImportanceBar {
  /** 0 to 1; `null` where there is nothing to measure. */
  readonly length: number | null
  readonly isDetected: boolean
}

/**
 * Returns the bar of a parameter.
 *
 * Of the correlation it is as long as |rho|, or as xi where the effect is not monotone; of the share
 * as long as that. A category has no correlation: its bar is `null`, though its effect may be there.
 */
export function importanceBar(effect: ParamEffect, measure: ImportanceMeasure): ImportanceBar {
  if (measure === 'share') {
    return { length: effect.share === null ? null : clamp(effect.share), isDetected: true }
  }
  const isDetected = effect.effect !== 'none-detected' && effect.effect !== 'untested'
  const strength = effect.effect === 'not-monotone' ? effect.xi : effect.rho
  return { length: strength === null ? null : clamp(Math.abs(strength)), isDetected }
}

function clamp(length: number): number {
  return Math.min(1, Math.max(0, length))
}
