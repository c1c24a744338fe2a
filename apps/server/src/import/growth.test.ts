import { defineRun, defineSeries, type MetricSeries, type RunInput } from '@runoff/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addedPoints, growthOf } from './growth.ts'
import type { RunContent } from './runContent.ts'

const seriesOf = (values: readonly number[]): MetricSeries =>
  defineSeries(values.map((value, step) => ({ step, value })))

function contentOf(
  input: Partial<RunInput> = {},
  series: Readonly<Record<string, MetricSeries>> = {},
): RunContent {
  const run = defineRun({ id: 'a', ...input })
  return { run, series: new Map(Object.entries(series)), notices: new Map() }
}

describe('addedPoints', () => {
  const values = fc.array(fc.oneof(fc.double(), fc.constant(NaN), fc.constant(-0)))

  it('gives what stands behind the beginning, to the bit', () => {
    fc.assert(
      fc.property(values, values, (start, more) => {
        const added = addedPoints(seriesOf(start), seriesOf([...start, ...more]))
        expect(Array.from(added?.values ?? [])).toEqual(more)
        expect(Array.from(added?.steps ?? [])).toEqual(more.map((_, i) => start.length + i))
        expect(added?.total).toBe(more.length)
      }),
    )
  })

  it('gives nothing where a point that was there is gone or another one', () => {
    expect(addedPoints(seriesOf([1, 2]), seriesOf([1]))).toBeNull()
    expect(addedPoints(seriesOf([1, 0]), seriesOf([1, -0, 3]))).toBeNull()
    const timed = { ...seriesOf([1]), timesMs: new Float64Array([5]) }
    expect(addedPoints(seriesOf([1]), timed)).toBeNull()
    expect(addedPoints(seriesOf([1]), { ...seriesOf([1, 2]), basis: 'sampled' })).toBeNull()
    expect(addedPoints(seriesOf([1]), { ...seriesOf([1, 2]), stepUnit: 'epoch' })).toBeNull()
  })
})

describe('growthOf', () => {
  it('holds the new points of each metric, and what came to be known', () => {
    const before = contentOf({ status: 'running', step: 1 }, { loss: seriesOf([3, 2]) })
    const after = contentOf(
      { status: 'completed', step: 2, params: { lr: 1 }, endedAt: 9, tags: { a: 'b' } },
      { loss: seriesOf([3, 2, 1]), acc: seriesOf([0.5]) },
    )
    const growth = growthOf(before, after)
    expect(Array.from(growth?.series ?? [], ([metric, { values }]) => [metric, ...values])).toEqual(
      [
        ['loss', 1],
        ['acc', 0.5],
      ],
    )
    expect(growth?.change).toEqual({
      status: 'completed',
      step: 2,
      endedAt: 9,
      params: new Map([['lr', 1]]),
      tags: new Map([['a', 'b']]),
    })
  })

  it('is empty where nothing is new', () => {
    const content = contentOf({ params: { a: [1] } }, { loss: seriesOf([1]) })
    expect(growthOf(content, contentOf({ params: { a: [1] } }, { loss: seriesOf([1]) }))).toEqual({
      series: new Map(),
      change: {},
    })
  })

  it.each<[string, RunContent, RunContent]>([
    ['a metric', contentOf({}, { loss: seriesOf([1]) }), contentOf()],
    ['a parameter', contentOf({ params: { lr: 1 } }), contentOf()],
    ['a model', contentOf({ model: 'x' }), contentOf()],
    ['an end', contentOf({ endedAt: 4 }), contentOf()],
  ])('is none where %s is gone', (_what, before, after) => {
    expect(growthOf(before, after)).toBeNull()
  })

  it('is none where a summary without points, or what cannot be changed, is another', () => {
    expect(
      growthOf(contentOf({ metrics: { acc: 1 } }), contentOf({ metrics: { acc: 2 } })),
    ).toBeNull()
    expect(growthOf(contentOf(), contentOf({ gpuHours: 2 }))).toBeNull()
  })

  it('is none where something else is odd about a series', () => {
    const before = contentOf({}, { loss: seriesOf([1]) })
    const odd = new Map([['loss', [{ code: 'same-step', message: 'Twice.' }]]])
    expect(growthOf(before, { ...before, notices: odd })).toBeNull()
  })
})
