import { defineSeries, type MetricSeries } from '@runoff/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lossCurve } from '../testdata/chartData.ts'
import { germanWords } from '../testdata/words.ts'
import { chartSvg } from './chartSvg.ts'
import { requestOf } from './testdata/exportRequest.ts'
import { xmlText } from './xmlText.ts'

const flat = (value: number, count = 5): MetricSeries =>
  defineSeries({
    steps: Array.from({ length: count }, (_, at) => at * 100),
    values: Array.from({ length: count }, () => value),
  })
const two = new Map([
  ['r1', flat(2)],
  ['r2', flat(1)],
])
const runs = [
  { id: 'r1', name: 'upper' },
  { id: 'r2', name: 'lower' },
]

const texts = (svg: string): string[] =>
  Array.from(svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g), ([, text]) => text ?? '')
const parts = (svg: string, part: string): string[] =>
  Array.from(svg.matchAll(new RegExp(`<[a-z]+ data-part="${part}"[^>]*>`, 'g')), ([tag]) => tag)
const dataOf = (svg: string): string => /<metadata>([^<]*)/.exec(svg)?.[1] ?? ''

describe('chartSvg', () => {
  it('has title, ticks, names of axes and runs, and notes as text', () => {
    const svg = chartSvg(requestOf(two, { runs }))
    expect(texts(svg)).toEqual(
      expect.arrayContaining(['Eval loss', 'Step', '0', '400', 'upper', 'lower']),
    )
    expect(texts(svg)).toContain('Showing 10 of 10 points')
    expect(texts(svg)).toContain('Smoothing: none')
    expect(texts(svg)).toContain('Runoff · exported 2026-11-21 08:32:05 UTC')
  })

  it('writes every number in the marks of the language', () => {
    const fine = new Map([
      ['r1', defineSeries({ steps: [0, 12.5, 99.5], values: [0.31, 0.25, 0.2] })],
    ])
    const svg = chartSvg(
      requestOf(fine, {
        ...germanWords,
        options: { smoothing: { kind: 'ema', weight: 0.6 }, yScale: 'symlog' },
      }),
    )
    const desc = /<desc[^>]*>([^<]*)/.exec(svg)?.[1] ?? ''
    const all = [...texts(svg), desc, dataOf(svg)].join('\n')
    expect(all).toMatch(/weight 0,6/)
    expect(desc).toMatch(/Lowest: .* with 0,2000 at step 99,5/)
    expect(texts(svg)).toContainEqual(expect.stringMatching(/^0,\d+$/))
    expect(all).not.toMatch(/\d\.\d/)
  })

  it('draws one line of each run in its colour, where its values lie', () => {
    const svg = chartSvg(requestOf(two, { runs }))
    const lines = parts(svg, 'line')
    expect(lines).toHaveLength(2)
    const colors = lines.map((line) => /stroke="(#c8[0-9a-f]{4})"/.exec(line)?.[1])
    expect(new Set(colors).size).toBe(2)
    const ys = lines.map((line) => Number(/ d="M0,([\d.]+)L/.exec(line)?.[1]))
    // Two values with a twentieth of air above and below, in a plot 256 px high.
    expect(ys[0]).toBeCloseTo(256 * (0.05 / 1.1), 1)
    expect(ys[1]).toBeCloseTo(256 * (1.05 / 1.1), 1)
  })

  it('says where the numbers come from: runs with ids, axes, smoothing, points, date', () => {
    const smoothing = { kind: 'ema', weight: 0.6 } as const
    const svg = chartSvg(requestOf(two, { runs, options: { smoothing, yScale: 'log' } }))
    expect(dataOf(svg).split('&#10;')).toEqual([
      'title: Eval loss',
      'axes: Step · Eval loss (log)',
      'smoothing: TensorBoard EMA, weight 0.6',
      'points: Showing 10 of 10 points',
      'line: upper (id r1): 5 points, all that were logged',
      'line: lower (id r2): 5 points, all that were logged',
      'exported: 2026-11-21 08:32:05 UTC',
      'source: Runoff',
    ])
    expect(svg).toMatch(/<desc[^>]*>Eval loss of 2 runs over 400 steps\./)
  })

  it('draws the raw line behind a smoothed one', () => {
    const series = new Map([['r1', lossCurve(1, 100)]])
    const plain = parts(chartSvg(requestOf(series)), 'line')
    const smoothing = { kind: 'ema', weight: 0.9 } as const
    const smoothed = parts(chartSvg(requestOf(series, { options: { smoothing } })), 'line')
    expect([plain.length, smoothed.length]).toEqual([1, 2])
    expect(smoothed.map((line) => /stroke-opacity="([\d.]+)"/.exec(line)?.[1])).toEqual([
      '0.25',
      '1',
    ])
  })

  it('draws a group as one line with its band, and says the rule and the runs', () => {
    const grouping = { groups: [{ id: 'g', name: 'seeds', runIds: ['r1', 'r2'] }] }
    const svg = chartSvg(requestOf(two, { runs, options: { grouping } }))
    expect(parts(svg, 'line')).toHaveLength(1)
    expect(parts(svg, 'band')).toHaveLength(1)
    expect(texts(svg)).toContain('seeds')
    expect(dataOf(svg)).toContain('groups: mean of the runs of a group, band: 95 % confidence')
    expect(dataOf(svg)).toContain('line: seeds (2 runs with the ids r1, r2): 10 points')
  })

  it('leaves a gap at what is not a number and marks it', () => {
    const odd = defineSeries({ steps: [0, 1, 2, 3, 4], values: [1, 2, NaN, 3, Infinity] })
    const svg = chartSvg(requestOf(new Map([['odd', odd]])))
    expect(parts(svg, 'line')[0]?.match(/M/g)).toHaveLength(2)
    const shapes = parts(svg, 'mark').map((mark) => /data-shape="([a-zA-Z]+)"/.exec(mark)?.[1])
    expect(shapes.filter((shape) => shape === 'hollowTriangleDown')).toHaveLength(1)
    expect(shapes).toContain('triangle')
    expect(texts(svg).join(' ')).toContain('2 points are NaN or infinite')
  })

  it('leaves out hidden runs, and says so', () => {
    const shown = { domain: null, hiddenRunIds: new Set(['r2']) }
    const svg = chartSvg(requestOf(two, { runs, shown }))
    expect(parts(svg, 'line')).toHaveLength(1)
    expect(texts(svg)).not.toContain('lower')
    expect(dataOf(svg)).not.toContain('r2')
    expect(svg).toMatch(/<desc[^>]*>Eval loss of 1 run over/)
    expect(texts(svg)).toContain('1 line is hidden and left out.')
    expect(texts(svg)).toContain('Showing 5 of 10 points')
  })

  it('says in words why there is nothing to see', () => {
    expect(texts(chartSvg(requestOf(new Map())))).toContain('No points yet')
    const shown = { domain: null, hiddenRunIds: new Set(['r1', 'r2']) }
    expect(texts(chartSvg(requestOf(two, { shown })))).toContain('All runs are hidden')
  })

  it('refers to nothing outside of itself', () => {
    const svg = chartSvg(requestOf(two, { runs }))
    expect(svg).not.toMatch(/var\(|style=|class=|href|<script|currentColor/)
    expect(svg.match(/url\([^)]*\)/g)).toEqual(['url(#runoff-plot)'])
    expect(svg.match(/https?:[^"]*/g)).toEqual(['http://www.w3.org/2000/svg'])
  })

  it('has all its text within the picture, however long the names', () => {
    const long = 'a-very-long-name-of-a-run-with-every-hyperparameter-in-it-'.repeat(8)
    const named = [
      { id: 'r1', name: long },
      { id: 'r2', name: '長い名前'.repeat(60) },
    ]
    const svg = chartSvg(requestOf(two, { runs: named, title: `${long} ${long}` }))
    const height = Number(/height="(\d+)"/.exec(svg)?.[1])
    const ys = Array.from(svg.matchAll(/<text x="[\d.]+" y="([\d.]+)"/g), ([, y]) => Number(y))
    expect(Math.max(...ys)).toBeLessThan(height)
    expect(texts(svg).join('')).toContain('長い名前'.repeat(10))
    expect(Math.max(...texts(svg).map((text) => text.length))).toBeLessThan(120)
  })

  it('is small for a million points', () => {
    const svg = chartSvg(requestOf(new Map([['long', lossCurve(1, 1_000_000)]])))
    expect(svg.length).toBeLessThan(120_000)
    expect(svg.length).toBeGreaterThan(20_000)
  })

  it('refuses a size without room, and a date that is none', () => {
    expect(() => chartSvg(requestOf(two, { width: 10 }))).toThrow(/at least 320 by 120/)
    expect(() => chartSvg(requestOf(two, { exportedAtMs: NaN }))).toThrow(/Unix time/)
  })
})

describe('xmlText', () => {
  it('escapes what has a meaning, and replaces what XML cannot hold', () => {
    expect(xmlText(`a<b>&"' ]]>`)).toBe('a&lt;b&gt;&amp;&quot;&apos; ]]&gt;')
    expect(xmlText('\u0000\u0008\ud800\uffff')).toBe('\ufffd\ufffd\ufffd\ufffd')
    expect(xmlText('שלום \u{1f600}\n')).toBe('שלום \u{1f600}&#10;')
  })

  it('leaves no sign that could begin or end anything', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const meaning = /[<>"']|&(?!(?:amp|lt|gt|quot|apos|#9|#10|#13);)/
        expect(meaning.test(xmlText(text))).toBe(false)
      }),
    )
  })
})
