import type { RecommendedCheckpoint } from '@runoff/core'
import type { ReactNode } from 'react'
import { useFormatters } from '../format/useFormatters.ts'
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
  const { computed, count, metric, join } = useFormatters()
  const smoothed = checkpoint?.smoothed ?? null
  if (smoothed === null || smoothed.step === checkpoint?.step) return null
  const { step, value, window, bestSingle } = smoothed
  return (
    <FactRow term={text.smoothed} full={computed(value)}>
      {join([
        text.smoothedAt(count(step), metric(value), window),
        ...(bestSingle.optimism === null ? [] : [text.optimism(metric(bestSingle.optimism))]),
      ])}
    </FactRow>
  )
}
