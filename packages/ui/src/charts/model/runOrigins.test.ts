import { defineSeries } from '@runoff/core'
import { expect, it } from 'vitest'
import { runOrigins } from './runOrigins.ts'

const timed = (runId: string, timesMs: readonly number[] | null) => ({
  runId,
  series: defineSeries({
    steps: (timesMs ?? [0]).map((_, i) => i),
    values: (timesMs ?? [0]).map(() => 1),
    timesMs,
  }),
})

it('finds the earliest finite time of a run over its lines, also where clocks went back', () => {
  const lines = [
    timed('a', [5000, 9000]),
    timed('__proto__', [NaN, -Infinity, 70]),
    timed('a', [NaN, 4000, 3000, Infinity]),
    timed('no time', null),
    timed('none finite', [NaN, Infinity]),
  ]
  expect([...runOrigins(lines)]).toEqual([
    ['a', 3000],
    ['__proto__', 70],
  ])
})
