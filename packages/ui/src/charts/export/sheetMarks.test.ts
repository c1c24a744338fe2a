import { defineSeries } from '@runoff/core'
import { describe, expect, it } from 'vitest'
import type { MarksByRun } from '../marks/placeMarks.ts'
import { chartSvg } from './chartSvg.ts'
import { sheetMarks } from './sheetMarks.ts'
import { requestOf } from './testdata/exportRequest.ts'

const series = new Map([
  ['a', defineSeries({ steps: [0, 50, 100], values: [0, 10, 5] })],
  ['b', defineSeries({ steps: [0, 50, 100], values: [1, 2, NaN] })],
])
const marks: MarksByRun = new Map([
  [
    'a',
    [
      { kind: 'best', step: 0, value: 0, checkpointPath: null },
      { kind: 'spike', step: 50, value: 10, deviation: 9 },
    ],
  ],
  ['b', [{ kind: 'divergence', step: 100, value: null, isOngoing: true }]],
])
const size = { width: 1000, height: 100 }
const request = { ...requestOf(series), marks }

describe('sheetMarks', () => {
  it('lays each mark where its point is, with the words of the chart', () => {
    const drawn = sheetMarks(request, size)
    expect(drawn.map(({ title }) => title)).toEqual([
      'a: spike to 10.00 at step 50',
      'b: diverged at step 100',
      'b: diverged at step 100',
      'a: best, 0 at step 0',
    ])
    // The values reach from 0 to 10, with a twentieth of air: 10 lies at 5 / 110 of the height.
    expect(drawn[0]?.path).toMatch(/^M495\.5,4\.54/)
    expect(drawn[1]).toMatchObject({ path: expect.stringMatching(/^M1000,5V100$/), words: null })
    expect(drawn[2]?.words).toMatchObject({ text: 'diverged at step 100', anchor: 'end' })
  })

  it('leaves out what is hidden and what lies beyond the picture', () => {
    const hidden = { ...request, shown: { ...request.shown, hiddenRunIds: new Set(['a']) } }
    expect(sheetMarks(hidden, size).every(({ title }) => title.startsWith('b'))).toBe(true)
    const domain = { axisId: null, xScale: 'linear' as const, from: 10, to: 60 }
    const zoomed = { ...request, shown: { ...request.shown, domain } }
    expect(sheetMarks(zoomed, size).map(({ title }) => title)).toEqual([
      'a: spike to 10.00 at step 50',
    ])
  })
})

it('draws the marks into the SVG, with what happened as their titles', () => {
  const svg = chartSvg(request)
  expect(svg.match(/data-part="event"/g)).toHaveLength(4)
  expect(svg).toContain('<title>b: diverged at step 100</title>')
})
