import { cleanup } from '@testing-library/react'
import { defineSeries } from '@runoff/core'
import type { RunEvent, RunSource } from '@runoff/sources'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { liveSource, runOf, type LiveSource } from '../testdata/liveSource.ts'
import { pass, renderWith } from '../testdata/renderWith.tsx'
import { sample, samplingSource } from '../testdata/samplingSource.ts'
import { useMultiJobMetrics } from './useMultiJobMetrics.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

/** What a training run and the line to it may do. */
type Step =
  | { readonly kind: 'log'; readonly values: readonly number[] }
  | { readonly kind: 'resume'; readonly from: number; readonly values: readonly number[] }
  | { readonly kind: 'fail' | 'mend' | 'hold' | 'release' }
  | { readonly kind: 'wait'; readonly ms: number }

const values = fc.array(fc.constantFrom(1, 2, 3, NaN, Infinity), { minLength: 1, maxLength: 4 })
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('log' as const), values }) },
  fc.record({ kind: fc.constant('resume' as const), from: fc.nat(5), values }),
  fc.record({ kind: fc.constantFrom('fail', 'mend', 'hold', 'release') }),
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('wait' as const), ms: fc.constantFrom(1, 300, 1100) }),
  },
)

function logged(before: readonly number[], one: Step): readonly number[] {
  if (one.kind === 'log') return [...before, ...one.values]
  if (one.kind === 'resume') return [...before.slice(0, one.from), ...one.values]
  return before
}

async function play(live: LiveSource, one: Step): Promise<void> {
  if (one.kind === 'wait') await pass(one.ms)
  else if (one.kind === 'fail') live.failWith(new Error('down'))
  else if (one.kind === 'mend') live.failWith(null)
  else if (one.kind === 'hold') live.hold()
  else if (one.kind === 'release') live.release()
}

function withPush(live: LiveSource): readonly [RunSource, (event: RunEvent) => void] {
  const listeners = new Set<(event: RunEvent) => void>()
  const watch: RunSource['watch'] = (_query, onEvent) => {
    listeners.add(onEvent)
    return () => listeners.delete(onEvent)
  }
  return [{ ...live.source, watch }, (event) => listeners.forEach((onEvent) => onEvent(event))]
}

interface Line {
  readonly isPushed: boolean
  readonly maxPoints?: number
}

async function playAll(
  steps: readonly Step[],
  { isPushed, ...size }: Line,
): Promise<readonly number[][]> {
  let truth: readonly number[] = [9, 8]
  const live = liveSource([runOf('a', truth, { status: 'running' })])
  const [pushing, emit] = withPush(live)
  const source = samplingSource(isPushed ? pushing : live.source)
  const { result, unmount } = renderWith(source, () =>
    useMultiJobMetrics(['a'], { metrics: ['train/loss'], pollIntervalMs: 1000, ...size }),
  )
  await pass()
  for (const one of steps) {
    truth = logged(truth, one)
    live.become([runOf('a', truth, { status: 'running' })])
    if (one.kind === 'log') emit({ kind: 'points', runId: 'a', metric: 'train/loss' })
    await play(live, one)
  }
  live.failWith(null)
  live.release()
  live.become([runOf('a', truth)])
  emit({ kind: 'runs-changed', runIds: ['a'] })
  await pass(4000)
  const shown = result.current.metricsMap.get('a')?.get('train/loss')?.values ?? []
  unmount()
  await pass(0)
  const all = defineSeries(truth.map((value, i) => ({ step: i + 1, value })))
  return [[...shown], [...sample(all, size.maxPoints ?? Infinity).values]]
}

it.each([
  ['polled', { isPushed: false }],
  ['pushed', { isPushed: true }],
  ['polled and sampled', { isPushed: false, maxPoints: 4 }],
  ['pushed and sampled', { isPushed: true, maxPoints: 4 }],
])(
  'ends with exactly the points of the run, whatever happened meanwhile, %s',
  async (_, line) => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const [shown, truth] = await playAll(steps, line)
        expect(shown).toEqual(truth)
        expect(vi.getTimerCount()).toBe(0)
      }),
      { numRuns: 100 },
    )
  },
  60_000,
)
