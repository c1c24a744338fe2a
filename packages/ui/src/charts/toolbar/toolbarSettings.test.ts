import {
  type ChartToolbarSettings,
  completeToolbarSettings,
  defaultToolbarSettings,
  defineSeries,
} from '@runoff/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chartSettingsOf, groupingOf } from './toolbarSettings.ts'

const tokens = { title: 'Tokens', series: new Map([['a', defineSeries([])]]) }

describe('completeToolbarSettings', () => {
  it('keeps what can be used, through JSON', () => {
    const settings: ChartToolbarSettings = {
      xAxis: { metric: 'tokens' },
      xScale: 'log',
      yScale: 'symlog',
      yRange: 'percentile',
      smoothing: { kind: 'ema', weight: 0.9 },
      groupBy: 'seeds',
      center: 'median',
      band: 'minMax',
      members: 'shown',
    }
    expect(completeToolbarSettings(JSON.parse(JSON.stringify(settings)))).toEqual(settings)
  })

  it.each([undefined, null, 'log', 7, [], { xAxis: 'depth', yScale: null, members: 1 }])(
    'is everything as logged for %j',
    (given) => {
      expect(completeToolbarSettings(given)).toEqual(defaultToolbarSettings)
    },
  )

  it.each([
    { kind: 'ema' },
    { kind: 'ema', weight: 1 },
    { kind: 'ema', weight: '0.5' },
    { kind: 'ema', weight: null },
    { kind: 'gaussian', sigma: -1 },
    { kind: 'runningAverage', window: 2.5 },
    { kind: 'loess', weight: 0.5 },
    'ema',
  ])('smooths nothing by %j, and keeps the rest', (smoothing) => {
    expect(completeToolbarSettings({ smoothing, yScale: 'log' })).toEqual({
      ...defaultToolbarSettings,
      yScale: 'log',
    })
  })

  it('gives something that can be drawn whatever a link says', () => {
    fc.assert(
      fc.property(fc.anything(), (given) => {
        const settings = completeToolbarSettings(given)
        expect(completeToolbarSettings(settings)).toEqual(settings)
      }),
    )
  })
})

describe('chartSettingsOf', () => {
  const settings = { ...defaultToolbarSettings, xAxis: { metric: 'tokens' } }

  it('lays the metric along x that the host has', () => {
    const axisOf = (metric: string) => (metric === 'tokens' ? tokens : null)
    expect(chartSettingsOf(settings, axisOf).xAxis).toBe(tokens)
  })

  it('counts steps while the metric is not there', () => {
    expect(chartSettingsOf(settings).xAxis).toBe('step')
    expect(chartSettingsOf({ ...settings, xAxis: 'time' }).xAxis).toBe('time')
  })
})

describe('groupingOf', () => {
  const groups = [{ id: 'g', name: 'g', runIds: ['a', 'b'] }]
  const choices = [{ id: 'seeds', label: 'Seeds', groups }]

  it('puts runs together as the host offers it', () => {
    const settings = { ...defaultToolbarSettings, groupBy: 'seeds', band: 'sd' } as const
    expect(groupingOf(settings, choices)).toEqual({
      groups,
      center: 'mean',
      band: 'sd',
      members: 'hidden',
    })
  })

  it.each([null, 'optimizers'])('draws each run as itself by %j', (groupBy) => {
    expect(groupingOf({ ...defaultToolbarSettings, groupBy }, choices)).toBeNull()
  })
})
