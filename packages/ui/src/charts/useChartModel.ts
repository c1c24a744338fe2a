import { useEffect, useMemo } from 'react'
import type { LiveModel } from './engine/scene.ts'
import type { LineSource } from './lineSource.ts'
import type { ChartLine } from './model/chartLine.ts'
import { chartModel, type ChartModel, type ChartModelOptions } from './model/chartModel.ts'
import { useLiveLines } from './useLiveLines.ts'
import { usePreparedLines, type PreparedLines } from './usePreparedLines.ts'

export interface ChartModelResult {
  readonly model: ChartModel
  readonly live: LiveModel | null
  readonly pending: PreparedLines['pending']
}

/**
 * Returns what a chart draws of a source, and how the engine hears of points that come past React.
 * Lines of very many points are made ready in idle moments, one after the other.
 */
export function useChartModel(source: LineSource, options: ChartModelOptions): ChartModelResult {
  const lines = useLiveLines(source)
  const prepared = usePreparedLines(lines, options)
  const { pending } = prepared
  const model = useMemo(
    () => chartModel(prepared.lines, prepared.options),
    [prepared.lines, prepared.options],
  )
  const isReady = pending.left === 0
  const live = useMemo(
    () => (source.subscribe === null ? null : liveModel(source, options)),
    [source, options],
  )
  useEffect(() => live?.open(isReady), [live, isReady])
  return { model, live, pending }
}

interface GatedModel extends LiveModel {
  /** Whether what a source holds may be drawn at once. */
  readonly open: (isOpen: boolean) => void
}

/** The model of what a source holds now; while lines are made ready, what React knows is all there is. */
function liveModel(source: LineSource, options: ChartModelOptions): GatedModel {
  let held: { readonly lines: readonly ChartLine[]; readonly model: ChartModel } | null = null
  let isOpen = false
  return {
    open(next) {
      isOpen = next
    },
    subscribe: (listener) =>
      source.subscribe?.(() => {
        if (isOpen) listener()
      }) ?? (() => undefined),
    get() {
      if (!isOpen) return null
      const lines = source.get()
      if (held?.lines !== lines) held = { lines, model: chartModel(lines, options) }
      return held.model
    },
  }
}
