import { defaultToolbarSettings, defineSeries } from '@runoff/core'
import { describe, expect, it } from 'vitest'
import { chartSettingsOf, groupingOf } from './toolbarSettings.ts'

const tokens = { title: 'Tokens', series: new Map([['a', defineSeries([])]]) }

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
