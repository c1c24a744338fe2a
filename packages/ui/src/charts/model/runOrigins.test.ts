import { appendPoints, defineSeries } from '@runoff/core'
import { expect, it } from 'vitest'
import { runOrigins } from './runOrigins.ts'

const timed = (runId: string, timesMs: readonly number[] | null) => ({
  runId,
  ofRun: [
    defineSeries({
      steps: (timesMs ?? [0]).map((_, i) => i),
      values: (timesMs ?? [0]).map(() => 1),
      timesMs,
    }),
  ],
})

it('finds the earliest finite time of a run over its lines, also where clocks went back', () => {
  const lines = [
    timed('a', [5000, 9000]),
    timed('__proto__', [NaN, -Infinity, 70]),
    timed('a', [NaN, 4000, 3000, Infinity]),
    timed('no time', null),
    timed('none finite', [NaN, Infinity]),
  ]
  expect([...runOrigins(lines, 'relative-time')]).toEqual([
    ['a', 3000],
    ['__proto__', 70],
  ])
})

it('finds the first step of a run on the axis of relative steps, and nothing on one that is not relative', () => {
  const series = (steps: readonly number[]) => defineSeries({ steps, values: steps })
  const lines = [
    { runId: 'a', ofRun: [series([500, 600]), series([400])] },
    { runId: 'a', ofRun: [series([50, 600])] },
    { runId: 'none', ofRun: [series([])] },
  ]
  expect([...runOrigins(lines, 'relative-step')]).toEqual([['a', 50]])
  expect(runOrigins(lines, 'step').size).toBe(0)
})

it('looks at what was added alone, where a run grows', () => {
  const before = defineSeries({ steps: [0, 1], values: [1, 1], timesMs: [5000, 9000] })
  expect([...runOrigins([{ runId: 'a', ofRun: [before] }], 'relative-time')]).toEqual([['a', 5000]])
  const grown = appendPoints(before, [{ step: 7, value: 1, timeMs: 10 }])
  const more = appendPoints(grown, [{ step: 8, value: 1, timeMs: 20 }])
  expect([...runOrigins([{ runId: 'a', ofRun: [grown] }], 'relative-time')]).toEqual([['a', 10]])
  expect([...runOrigins([{ runId: 'a', ofRun: [more] }], 'relative-time')]).toEqual([['a', 10]])
})
