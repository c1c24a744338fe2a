import { appendPoints, defineSeries, type MetricSeries, type SeriesColumns } from '@runoff/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { englishWords } from '../testdata/words.ts'
import { linesOf } from './chartLine.ts'
import { chartModel, type ChartModel, type ChartModelOptions } from './chartModel.ts'
import { drawScale } from './drawScale.ts'
import { placeSeries, type Placement } from './placeSeries.ts'
import { pyramidOf } from './pyramidOf.ts'
import { resolveAxis } from './resolveAxis.ts'
import { shownPoints } from './shownPoints.ts'
import { summaryOf } from './summaryOf.ts'
import { tableRows } from './tableRows.ts'
import { mayBeCut, viewportOf } from './viewportOf.ts'

const linear: ChartModelOptions = { xAxis: 'step', yScale: 'linear' }
const along = (axis: Placement['axis']): Placement => ({
  axis,
  xScale: 'linear',
  y: drawScale('linear'),
})
const everything = { domain: null, hiddenRunIds: new Set<string>() }

const columns = (values: readonly number[], more: Partial<SeriesColumns> = {}): MetricSeries =>
  defineSeries({ steps: values.map((_, i) => i), values, ...more })

function modelOf(
  series: Readonly<Record<string, MetricSeries>>,
  options: Partial<ChartModelOptions> = {},
): ChartModel {
  return chartModel(linesOf(new Map(Object.entries(series)), []), { ...linear, ...options })
}

describe('linesOf', () => {
  const series = new Map([
    ['b', columns([1])],
    ['a', columns([2])],
    ['stranger', columns([3])],
  ])

  it('follows the order of the runs, and names strangers by their id', () => {
    const lines = linesOf(series, [
      { id: 'a', name: 'First' },
      { id: 'none', name: 'No series' },
      { id: 'b', name: 'Second' },
    ])
    expect(lines.map(({ name }) => name)).toEqual(['First', 'Second', 'stranger'])
  })

  it('gives a run the same look whether or not another has the metric', () => {
    const runs = [
      { id: 'a', name: 'a' },
      { id: 'b', name: 'b' },
    ]
    const styleOfB = (given: ReadonlyMap<string, MetricSeries>) =>
      linesOf(given, runs).find(({ runId }) => runId === 'b')?.style
    expect(styleOfB(new Map([['b', columns([1])]]))).toEqual(styleOfB(series))
  })

  it('tells runs of one name apart by their ids, and shows what is hidden in a name', () => {
    const names = linesOf(series, [
      { id: 'a', name: 'same' },
      { id: 'b', name: 'same' },
      { id: 'stranger', name: 'x\u202Ey' },
    ]).map(({ name }) => name)
    expect(names).toEqual(['same · a', 'same · b', 'x\\u202Ey'])
  })
})

describe('resolveAxis', () => {
  const steps = columns([1, 2])
  const withEpochs = columns([1, 2], { epochs: [0.5, 1] })
  const epochs = columns([1, 2], { stepUnit: 'epoch' })
  const records = columns([1, 2], { stepUnit: 'record' })

  it('calls epochs and records what they are', () => {
    expect(resolveAxis([steps, steps], 'step')).toEqual({ kind: 'step', notice: null })
    expect(resolveAxis([epochs], 'step')).toEqual({ kind: 'epoch', notice: null })
    expect(resolveAxis([records], 'step')).toEqual({ kind: 'record', notice: null })
  })

  it('lines runs up by epoch where some have no steps and all have epochs, and says so', () => {
    expect(resolveAxis([withEpochs, epochs], 'step')).toEqual({
      kind: 'epoch',
      notice: 'placedByEpoch',
    })
  })

  it('says that runs do not line up where nothing is common to them', () => {
    expect(resolveAxis([steps, epochs], 'step')).toEqual({ kind: 'step', notice: 'mixedUnits' })
    expect(resolveAxis([records, epochs], 'step').notice).toBe('mixedUnits')
  })

  it('does not let a series without points decide', () => {
    expect(resolveAxis([columns([]), epochs], 'step')).toEqual({ kind: 'epoch', notice: null })
  })
})

describe('placeSeries', () => {
  it('uses the columns as they are where the x is the step', () => {
    const series = columns([3, 1])
    expect(placeSeries(series, along('step')).columns.values).toBe(series.values)
  })

  it('leaves out and counts points without a time, and puts in order where clocks went back', () => {
    const series = columns([1, 2, 3, 4], { timesMs: [3000, NaN, 1000, 5000] })
    const { columns: placed, sources, unplaced } = placeSeries(series, along('time'))
    expect([...placed.steps]).toEqual([1000, 3000, 5000])
    expect([...placed.values]).toEqual([3, 1, 4])
    expect([...(sources ?? [])]).toEqual([2, 0, 3])
    expect(unplaced).toBe(1)
  })

  it('counts from the origin it is given, each time anew', () => {
    const series = columns([1, 2], { timesMs: [5000, 9000] })
    const placedFrom = (origin: number): number[] => [
      ...placeSeries(series, { ...along('relative-time'), origin }).columns.steps,
    ]
    expect(placedFrom(5000)).toEqual([0, 4000])
    expect(placedFrom(2000)).toEqual([3000, 7000])
  })

  it('draws logarithms on a log axis, with what is not above zero below every axis', () => {
    const series = columns([100, 0, -5, NaN, Infinity])
    expect([
      ...placeSeries(series, { ...along('step'), y: drawScale('log') }).columns.values,
    ]).toEqual([2, -Infinity, -Infinity, NaN, Infinity])
  })

  it('places nothing where the axis has no column for it', () => {
    const { columns: placed, unplaced } = placeSeries(columns([1, 2]), along('time'))
    expect(placed.steps).toHaveLength(0)
    expect(unplaced).toBe(2)
  })
})

describe('pyramidOf', () => {
  it('gives the pyramid of all points for a series that grows', () => {
    let series = columns(Array.from({ length: 40 }, (_, i) => i))
    pyramidOf(series)
    for (let step = 40; step < 200; step += 20) {
      series = appendPoints(
        series,
        Array.from({ length: 20 }, (_, i) => ({ step: step + i, value: step + i })),
      )
      const { series: own, levels } = pyramidOf(series)
      expect(own).toBe(series)
      expect(levels[0]?.maxs.at(-1)).toBe(Math.floor((step + 20) / 16) * 16 - 1)
    }
  })
})

describe('chartModel', () => {
  it('is empty without runs and without points', () => {
    expect(modelOf({}).full).toBeNull()
    expect(modelOf({ a: columns([]) }).full).toBeNull()
  })

  it('puts a single point into the middle of its x', () => {
    const { full } = modelOf({ a: defineSeries([{ step: 10, value: 1 }]) })
    expect(full).toEqual({ from: 9, to: 11 })
    const timed = modelOf({ a: columns([1], { timesMs: [60_000] }) }, { xAxis: 'time' })
    expect(timed.full).toEqual({ from: 30_000, to: 90_000 })
  })

  it('counts relative time from the start of the run, in all of its lines', () => {
    const minutes = (places: readonly number[], startMs: number): MetricSeries =>
      columns(places, { timesMs: places.map((place) => startMs + place * 60_000) })
    const train = minutes(
      Array.from({ length: 100 }, (_, i) => i),
      1e12,
    )
    const lines = [
      ...linesOf(new Map([['a', minutes([50, 99], 1e12)]]), [], { phase: 'eval' }),
      ...linesOf(new Map([['a', train]]), [], { phase: 'train' }),
      ...linesOf(new Map([['b', minutes([3, 7], 2e12)]]), []),
    ]
    for (const yScale of ['linear', 'log'] as const) {
      const model = chartModel(lines, { xAxis: 'relative-time', yScale })
      const placed = model.lines.map(({ placed: { columns: at } }) =>
        Array.from(at.steps, (ms) => ms / 60_000),
      )
      expect(placed).toEqual([[50, 99], Array.from({ length: 100 }, (_, i) => i), [0, 4]])
      expect(summaryOf(model, 'Loss', englishWords)).toContain('Highest: a with 99.00 at 1 h 39')
    }
  })

  it('counts what is not finite, and what a log axis has no place for', () => {
    const series = { a: columns([1, NaN, Infinity]), b: columns([0, -2, -Infinity]) }
    expect(modelOf(series).facts).toMatchObject({ notFinite: 3, notAboveZero: 0 })
    expect(modelOf(series, { yScale: 'log' }).facts).toMatchObject({
      notFinite: 3,
      notAboveZero: 2,
    })
  })

  it('falls back to a linear axis where no value is above zero', () => {
    const model = modelOf({ a: columns([-1, 0]) }, { yScale: 'log' })
    expect(model.y.kind).toBe('linear')
    expect(model.facts.isLogImpossible).toBe(true)
    expect(modelOf({}, { yScale: 'log' }).facts.isLogImpossible).toBe(false)
  })

  it('counts the runs that have no points, of all that are compared', () => {
    const { facts } = modelOf({ a: columns([1]), b: columns([]) }, { runIds: ['a', 'b', 'c'] })
    expect(facts).toMatchObject({ runsWithoutPoints: 2, runs: 3 })
  })

  it('names the lines that the axis has no place for', () => {
    const model = modelOf(
      { timed: columns([1, 2], { timesMs: [1, 2] }), untimed: columns([1]) },
      { xAxis: 'time' },
    )
    expect(model.facts.notOnAxis).toEqual(['untimed'])
    expect(model.facts.unplaced).toBe(0)
  })
})

describe('viewportOf', () => {
  const values = fc.array(
    fc.oneof(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.constant(NaN)),
    {
      minLength: 1,
      maxLength: 80,
    },
  )

  it('holds every finite value of the visible lines, at any zoom', () => {
    fc.assert(
      fc.property(values, fc.nat(79), fc.nat(79), (given, a, b) => {
        const domain = {
          axisId: null,
          xScale: 'linear' as const,
          from: Math.min(a, b),
          to: Math.max(a, b) + 1,
        }
        const view = viewportOf(modelOf({ a: columns(given) }), { ...everything, domain })
        const seen = given.filter(
          (value, i) => Number.isFinite(value) && i >= domain.from && i <= domain.to,
        )
        for (const value of seen) {
          expect(value).toBeGreaterThan(view?.low ?? NaN)
          expect(value).toBeLessThan(view?.high ?? NaN)
        }
      }),
    )
  })

  it('fits the values to the runs that are not hidden', () => {
    const model = modelOf({ small: columns([0, 1]), large: columns([0, 1000]) })
    const view = viewportOf(model, { domain: null, hiddenRunIds: new Set(['large']) })
    expect(view?.high).toBeLessThan(2)
  })

  it('sees the line that crosses a window without points', () => {
    const model = modelOf({ a: defineSeries({ steps: [0, 100], values: [0, 100] }) })
    const view = viewportOf(model, {
      ...everything,
      domain: { axisId: null, xScale: 'linear' as const, from: 40, to: 60 },
    })
    expect(view?.low).toBeCloseTo(39)
    expect(view?.high).toBeCloseTo(61)
  })

  it('shows everything where the domain is one of another axis', () => {
    const view = viewportOf(modelOf({ a: columns([1, 2, 3]) }), {
      ...everything,
      domain: { axisId: 'epoch', xScale: 'linear', from: 0, to: 1 },
    })
    expect(view).toMatchObject({ from: 0, to: 2 })
  })
})

describe('shownPoints', () => {
  it('counts what is within the plot, of all that there is', () => {
    const model = modelOf({ a: columns([1, 2, 3, 4]), b: columns([1, 2]) })
    const domain = { axisId: null, xScale: 'linear' as const, from: 1, to: 2 }
    expect(shownPoints(model, { ...everything, domain })).toMatchObject({ count: 3, total: 6 })
    expect(shownPoints(model, { domain: null, hiddenRunIds: new Set(['a']) })).toMatchObject({
      count: 2,
      total: 6,
    })
  })

  it('counts a repeated step of a full series once, as it is drawn', () => {
    const repeated = defineSeries({ steps: [1, 2, 2], values: [3, 2, 1] })
    const model = modelOf({ a: repeated })
    expect(repeated.total).toBe(3)
    expect(shownPoints(model, everything)).toMatchObject({ count: 2, total: 2 })
  })

  it('counts what the source has where it sampled, and does not guess where it did not tell', () => {
    const told = modelOf({ a: columns([1, 2], { basis: 'sampled', total: 900 }) })
    expect(shownPoints(told, everything)).toMatchObject({ count: 2, total: 900, isSampled: true })
    const untold = modelOf({ a: columns([1, 2], { basis: 'sampled', total: null }) })
    expect(shownPoints(untold, everything)).toMatchObject({ total: null, isSampled: true })
  })
})

describe('summaryOf', () => {
  it('says how many runs, over what, and where the lowest and highest are', () => {
    const model = modelOf({
      'lr-3e-4': defineSeries({ steps: [0, 900, 2000], values: [2, 0.2345, NaN] }),
      'lr-1e-3': defineSeries({ steps: [0, 2000], values: [2.5, 0.4] }),
    })
    expect(summaryOf(model, 'Eval loss', englishWords)).toBe(
      'Eval loss of 2 runs over 2\u202f000 steps. ' +
        'Lowest: lr-3e-4 with 0.2345 at step 900. Highest: lr-1e-3 with 2.500 at step 0.',
    )
  })

  it('says where the point is where there is only one', () => {
    const of = (series: MetricSeries, xAxis: ChartModelOptions['xAxis'] = 'step'): string =>
      summaryOf(modelOf({ a: series }, { xAxis }), 'Loss', englishWords)
    expect(of(defineSeries([{ step: 5000, value: 1 }]))).toMatch(
      /^Loss of 1 run at step 5\u202f000\. /,
    )
    expect(of(columns([1]))).toMatch(/^Loss of 1 run at step 0\. /)
    expect(of(columns([1], { epochs: [2.5] }), 'epoch')).toMatch(/^Loss of 1 run at epoch 2\.5\. /)
  })

  it('counts one step as one', () => {
    expect(summaryOf(modelOf({ a: columns([2, 1]) }), 'Loss', englishWords)).toMatch(
      /^Loss of 1 run over 1 step\. /,
    )
  })

  it('knows of the lowest value that a log axis does not draw', () => {
    const model = modelOf({ a: columns([1, -7, 3]) }, { yScale: 'log' })
    expect(summaryOf(model, 'Reward', englishWords)).toContain('Lowest: a with −7.000 at step 1.')
  })

  it('says so where there are no points, or none that is finite', () => {
    expect(summaryOf(modelOf({}), 'Loss', englishWords)).toBe('Loss: No points yet.')
    expect(summaryOf(modelOf({ a: columns([NaN]) }), 'Loss', englishWords)).toContain(
      'No point here is a finite number',
    )
  })
})

describe('tableRows', () => {
  it('holds each logged value once, at its own x, and nothing else', () => {
    const points = fc.uniqueArray(fc.integer({ min: 0, max: 30 }), { maxLength: 12 })
    fc.assert(
      fc.property(points, points, (a, b) => {
        const series = [a, b].map((steps) =>
          defineSeries(steps.map((step) => ({ step, value: step * 2 }))),
        )
        const model = modelOf({ a: series[0] ?? columns([]), b: series[1] ?? columns([]) })
        const { rows, total } = tableRows(model.lines, { from: 5, to: 20 }, 1000)
        const union = [...new Set([...a, ...b])].filter((x) => x >= 5 && x <= 20)
        expect(rows.map(({ x }) => x)).toEqual(union.toSorted((one, other) => one - other))
        expect(total).toBe(union.length)
        for (const { x, values } of rows) {
          expect(values).toEqual([a, b].map((steps) => (steps.includes(x) ? x * 2 : null)))
        }
      }),
    )
  })

  it('keeps to its limit and counts on', () => {
    const model = modelOf({ a: columns([1, 2, 3, 4]) })
    const { rows, total } = tableRows(model.lines, { from: 0, to: 9 }, 2)
    expect(rows).toHaveLength(2)
    expect(total).toBe(4)
  })

  it('keeps a value that is not a number apart from one that is not there', () => {
    const model = modelOf({ a: columns([NaN]), b: defineSeries([{ step: 1, value: 2 }]) })
    expect(tableRows(model.lines, { from: 0, to: 9 }, 9).rows.map(({ values }) => values)).toEqual([
      [NaN, null],
      [null, 2],
    ])
  })
})

describe('the values that a host asks for', () => {
  const series = { a: columns([1, 2, 3]) }

  it('are shown, until someone zooms', () => {
    const model = modelOf(series, { yDomain: { low: 0, high: 10 } })
    expect(viewportOf(model, everything)).toMatchObject({ low: 0, high: 10 })
    expect(mayBeCut(model, everything)).toBe(true)
    const zoomed = { ...everything, yDomain: { low: 2, high: 3 } }
    expect(viewportOf(model, zoomed)).toMatchObject({ low: 2, high: 3 })
  })

  it('are laid along a logarithmic axis as its values are; what it has no place for is left', () => {
    const model = modelOf(series, { yScale: 'log', yDomain: { low: 1, high: 100 } })
    expect(viewportOf(model, everything)).toMatchObject({ low: 0, high: 2 })
    const below = modelOf(series, { yScale: 'log', yDomain: { low: -1, high: 100 } })
    expect(viewportOf(below, everything)?.high).toBeLessThan(1)
  })

  it('are what the lines take where none are asked for', () => {
    const model = modelOf(series)
    expect(viewportOf(model, everything)).toEqual({ from: 0, to: 2, low: 0.9, high: 3.1 })
    expect(mayBeCut(model, everything)).toBe(false)
  })
})
