import type { RecommendedCheckpoint } from '@runoff/core'
import type { ReactNode } from 'react'
import { formatCount, formatFull, formatMetric } from '../format/formatNumber.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { FactRow } from './FactList.tsx'

export interface SmoothedProps {
  readonly checkpoint: RecommendedCheckpoint | null
}

/**
 * The choice by smoothed evaluations, where that is another step: the best single one is partly
 * luck. Renders a row, or nothing.
 */
export function Smoothed({ checkpoint }: SmoothedProps): ReactNode {
  const { checkpoint: text } = useMessages().recommendation
  const smoothed = checkpoint?.smoothed ?? null
  if (smoothed === null || smoothed.step === checkpoint?.step) return null
  const { step, value, window, bestSingle } = smoothed
  return (
    <FactRow term={text.smoothed} full={formatFull(value)}>
      {text.smoothedAt(formatCount(step), formatMetric(value), window)}
      {bestSingle.optimism !== null && `; ${text.optimism(formatMetric(bestSingle.optimism))}`}
    </FactRow>
  )
}
