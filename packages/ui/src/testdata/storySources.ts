import { RunoffError } from '@runoff/core'
import { defineSource, type RunEvent, type RunSource } from '@runoff/sources'
import { memorySource, type MemoryRun } from '@runoff/sources/memory'

/** A source that gives its runs once, says soon that they have changed, and then is out of reach. */
export function staleSource(runs: readonly MemoryRun[]): RunSource {
  const good = memorySource({ runs })
  let isDown = false
  return defineSource({
    ...good,
    listRuns: (query, options) =>
      isDown
        ? Promise.reject(new RunoffError('source-failed', 'The network is down.'))
        : good.listRuns(query, options),
    watch: (_query, onEvent: (event: RunEvent) => void) => {
      const timer = setTimeout(() => {
        isDown = true
        onEvent({ kind: 'runs-changed', runIds: runs.map(({ id }) => String(id)) })
      }, 300)
      return () => clearTimeout(timer)
    },
  })
}

/** A run whose loss was lost on the way: finite first, then NaN to its end. */
export function divergedRun(name: string): MemoryRun {
  const at = [100, 200, 300, 400, 500, 600]
  return {
    id: name,
    name,
    model: 'Qwen/Qwen2.5-7B-Instruct',
    dataset: 'alpaca-cleaned',
    status: 'completed',
    step: 600,
    totalSteps: 600,
    series: {
      'eval/loss': at.map((step) => ({ step, value: step > 300 ? NaN : 300 / step })),
      'train/loss': at.map((step) => ({ step, value: step > 200 ? Infinity : 280 / step })),
    },
  }
}
