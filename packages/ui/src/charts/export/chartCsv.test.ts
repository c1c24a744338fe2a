import { defineSeries, type MetricSeries } from '@runoff/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lossCurve } from '../testdata/chartData.ts'
import { germanWords } from '../testdata/words.ts'
import { chartCsv, csvWork, type CsvContent } from './chartCsv.ts'
import type { ExportRequest } from './exportRequest.ts'
import { requestOf } from './testdata/exportRequest.ts'

/** Reads what RFC 4180 says, below the comments. */
function readCsv(text: string): { comments: string[]; rows: string[][] } {
  const lines = text.split('\r\n')
  const comments = lines.filter((line) => line.startsWith('# '))
  const rows: string[][] = []
  let row: string[] = []
  const table = lines.slice(comments.length).join('\r\n')
  for (const [, inQuotes, plain, end] of table.matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy,
  )) {
    row.push(inQuotes === undefined ? (plain ?? '') : inQuotes.replaceAll('""', '"'))
    if (end === ',') continue
    rows.push(row)
    row = []
  }
  return { comments, rows }
}

function csvOf(request: ExportRequest, content: CsvContent): ReturnType<typeof readCsv> {
  const work = csvWork(request, content)
  for (;;) {
    const step = work.next()
    if (step.done === true) return readCsv(step.value.join(''))
    expect(step.value).toBeGreaterThanOrEqual(0)
    expect(step.value).toBeLessThanOrEqual(1)
  }
}

const seriesOf = (steps: readonly number[], values: readonly number[]): MetricSeries =>
  defineSeries({ steps, values })
const two = new Map([
  ['r1', seriesOf([0, 10, 20], [3, NaN, 1])],
  ['r2', seriesOf([5, 10], [-Infinity, 0.1])],
])
const runs = [
  { id: 'r1', name: 'one, "quoted"' },
  { id: 'r2', name: '=two' },
]

describe('a table of everything', () => {
  it('has one row for each step that any run logged, and a column for each run', () => {
    const { rows } = csvOf(requestOf(two, { runs }), 'all')
    expect(rows).toEqual([
      ['Step', 'one, "quoted"', "'=two"],
      ['0', '3', ''],
      ['5', '', '-Infinity'],
      ['10', 'NaN', '0.1'],
      ['20', '1', ''],
    ])
  })

  it('writes numbers for programs, whatever the language of the page', () => {
    expect(csvOf(requestOf(two, { runs, ...germanWords }), 'all')).toEqual(
      csvOf(requestOf(two, { runs }), 'all'),
    )
  })

  it('holds hidden runs, and points beyond what is zoomed to', () => {
    const domain = { axisId: null, xScale: 'linear', from: 1, to: 2 } as const
    const shown = { domain, hiddenRunIds: new Set(['r2']) }
    const request = requestOf(two, { runs, shown })
    // Not a word of what the picture leaves out: nothing is left out here.
    expect(csvOf(request, 'all')).toEqual(csvOf(requestOf(two, { runs }), 'all'))
    const { comments } = csvOf(request, 'all')
    expect(comments).toContain('# points: Showing 5 of 5 points')
    expect(comments).toContain('# line: =two (id r2): 2 points, all that were logged')
  })

  it('puts what was smoothed beside what was logged', () => {
    const smoothing = { kind: 'runningAverage', window: 3 } as const
    const series = new Map([['r1', seriesOf([0, 1, 2], [0, 3, 6])]])
    const { comments, rows } = csvOf(requestOf(series, { options: { smoothing } }), 'all')
    expect(comments).toContain('# smoothing: Running average of 3 points')
    expect(rows[0]).toEqual(['Step', 'r1 (smoothed)', 'r1'])
    expect(rows[2]).toEqual(['1', '3', '3'])
  })

  it('has each run of a chart of groups', () => {
    const grouping = { groups: [{ id: 'g', name: 'seeds', runIds: ['r1', 'r2'] }] }
    const { comments, rows } = csvOf(requestOf(two, { runs, options: { grouping } }), 'all')
    expect(rows[0]).toEqual(['Step', 'one, "quoted"', "'=two"])
    expect(comments.filter((line) => line.startsWith('# line:'))).toHaveLength(2)
    const unknown = { ...requestOf(two, { options: { grouping } }), ungrouped: null }
    expect(() => csvOf(unknown, 'all')).toThrow(/without their grouping/)
  })

  it('keeps every point at one time, and those without one at the end', () => {
    const standing = defineSeries({
      steps: [1, 2, 3],
      values: [7, 8, 9],
      timesMs: [1_760_000_000_000, 1_760_000_000_000, NaN],
    })
    const { rows } = csvOf(
      requestOf(new Map([['r', standing]]), { options: { xAxis: 'time' } }),
      'all',
    )
    expect(rows).toEqual([
      ['Time (UTC)', 'r'],
      ['2025-10-09T08:53:20.000Z', '7'],
      ['2025-10-09T08:53:20.000Z', '8'],
      ['', '9'],
    ])
  })

  it('counts relative time in seconds', () => {
    const options = { xAxis: 'relative-time' } as const
    const { rows } = csvOf(requestOf(new Map([['r', lossCurve(1, 3)]]), { options }), 'all')
    expect(rows.map(([x]) => x)).toEqual(['Relative time (s)', '0', '1.5', '3'])
  })

  it('reads back as the very series that were logged, whatever they are', () => {
    const value = fc.oneof(fc.double(), fc.constantFrom(0, NaN, Infinity, -Infinity, 1e300))
    const points = fc.dictionary(fc.nat({ max: 60 }).map(String), value, { maxKeys: 30 })
    const anyRuns = fc.dictionary(fc.string(), points, { minKeys: 1, maxKeys: 4 })
    fc.assert(
      fc.property(anyRuns, fc.constantFrom('linear', 'log', 'symlog' as const), (given, yScale) => {
        const series = new Map(
          Object.entries(given).map(([id, at]) => [
            id,
            seriesOf(Object.keys(at).map(Number), Object.values(at)),
          ]),
        )
        const { rows } = csvOf(requestOf(series, { options: { yScale } }), 'all')
        const lines = requestOf(series).model.lines
        expect(rows[0]).toHaveLength(lines.length + 1)
        for (const [index, { runId }] of lines.entries()) {
          const own = rows.slice(1).filter((row) => row[index + 1] !== '')
          const { steps, values } = series.get(runId) ?? seriesOf([], [])
          expect(own.map(([x]) => Number(x))).toEqual(Array.from(steps))
          expect(own.map((row) => Number(row[index + 1]))).toEqual(Array.from(values))
        }
      }),
    )
  })
})

describe('a table of what is shown', () => {
  it('holds the visible runs between the borders of the plot', () => {
    const domain = { axisId: null, xScale: 'linear', from: 5, to: 10 } as const
    const request = requestOf(two, { runs, shown: { domain, hiddenRunIds: new Set(['r1']) } })
    const { comments, rows } = csvOf(request, 'shown')
    expect(rows).toEqual([
      ['Step', "'=two"],
      ['5', '-Infinity'],
      ['10', '0.1'],
    ])
    expect(comments).toContain('# points: Showing 2 of 5 points')
    expect(comments).toContain('# note: 1 line is hidden and left out.')
    expect(comments.join()).not.toContain('r1')
  })

  it('has the raw values beside the smoothed ones as they are drawn', () => {
    const smoothing = { kind: 'ema', weight: 0.5 } as const
    const series = new Map([['r', seriesOf([1, 2], [4, 1])]])
    const { rows } = csvOf(requestOf(series, { options: { smoothing, yScale: 'log' } }), 'shown')
    expect(rows[0]).toEqual(['Step', 'r (smoothed)', 'r'])
    // Debiased: (0.25 * 4 + 0.5 * 1) / 0.75.
    expect(rows[2]?.map(Number)).toEqual([2, 2, 1])
  })

  it('has center, low, high and count of groups, on any scale', () => {
    const members = new Map([
      ['a', seriesOf([1, 2], [1, 10])],
      ['b', seriesOf([1, 2], [3, 30])],
    ])
    const groups = [{ id: 'g', name: 'seeds', runIds: ['a', 'b'] }]
    for (const yScale of ['linear', 'log', 'symlog'] as const) {
      const grouping = { groups, band: 'minMax' } as const
      const { rows } = csvOf(requestOf(members, { options: { grouping, yScale } }), 'shown')
      expect(rows).toEqual([
        ['Step', 'seeds (mean)', 'seeds (low)', 'seeds (high)', 'seeds (n)'],
        ['1', '2', '1', '3', '2'],
        ['2', '20', '10', '30', '2'],
      ])
    }
  })

  it('has no low where a logarithmic axis has no place for it', () => {
    const members = new Map([
      ['a', seriesOf([1], [-1])],
      ['b', seriesOf([1], [3])],
    ])
    const grouping = {
      groups: [{ id: 'g', name: 'g', runIds: ['a', 'b'] }],
      band: 'minMax',
    } as const
    const { rows } = csvOf(requestOf(members, { options: { grouping, yScale: 'log' } }), 'shown')
    expect(rows[1]).toEqual(['1', '1', '', '3', '2'])
  })

  it('writes the logged x of a logarithmic axis', () => {
    const series = new Map([['r', seriesOf([3, 7, 123_457], [1, 2, 3])]])
    const { rows } = csvOf(requestOf(series, { options: { xScale: 'log' } }), 'shown')
    expect(rows.slice(1).map(([x]) => x)).toEqual(['3', '7', '123457'])
  })

  it('is a row of names where nothing is shown', () => {
    expect(csvOf(requestOf(new Map()), 'shown').rows).toEqual([['Step']])
  })
})

describe('chartCsv', () => {
  it('gives one file of many slices, and tells how far it is', async () => {
    const series = new Map(['a', 'b'].map((id, seed) => [id, lossCurve(seed + 1, 20_000)]))
    const told: number[] = []
    const blob = await chartCsv(requestOf(series), 'all', {
      onProgress: (share) => told.push(share),
      slices: { budgetMs: 1, progressEveryMs: 0, wait: soon },
    })
    expect(blob.type).toBe('text/csv;charset=utf-8')
    const { rows } = readCsv(await blob.text())
    expect(rows).toHaveLength(20_001)
    expect(rows.at(-1)).toEqual([
      '19999',
      ...['a', 'b'].map((id) => String(series.get(id)?.values.at(-1))),
    ])
    expect(told.length).toBeGreaterThan(2)
    expect(told).toEqual(told.toSorted((a, b) => a - b))
  })

  it('is called off by its signal', async () => {
    const controller = new AbortController()
    const promise = chartCsv(requestOf(two), 'all', { signal: controller.signal })
    controller.abort(new Error('enough'))
    await expect(promise).rejects.toThrow('enough')
    await expect(chartCsv(requestOf(two), 'all', { signal: controller.signal })).rejects.toThrow(
      'enough',
    )
  })

  it('does its work in steps too short to feel, for 20 runs of 100 000 points', () => {
    const series = new Map(
      Array.from({ length: 20 }, (_, seed) => [`r${seed}`, lossCurve(seed + 1, 100_000)]),
    )
    const work = csvWork(requestOf(series), 'all')
    const times: number[] = []
    let progress = 0
    for (let step = 0; step < 100; step++) {
      const before = performance.now()
      const answer = work.next()
      times.push(performance.now() - before)
      if (answer.done !== true) progress = answer.value
    }
    // Less than a thousandth of the table in each: no clock can make this fail.
    expect(progress).toBeGreaterThan(0)
    expect(progress).toBeLessThan(0.1)
    // Nine in ten, since other work on the machine can hold up any one.
    expect(times.sort((a, b) => a - b)[90]).toBeLessThan(50)
  })
})

function soon(callback: () => void): () => void {
  const timer = setTimeout(callback, 0)
  return () => clearTimeout(timer)
}
