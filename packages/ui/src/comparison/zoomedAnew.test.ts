import { defaultToolbarSettings } from '@runoff/core'
import { describe, expect, it } from 'vitest'
import { zoomedAnew } from './zoomedAnew.ts'

const view = { chartSettings: defaultToolbarSettings }

describe('zoomedAnew', () => {
  it('shows all of another axis', () => {
    const chartSettings = { ...defaultToolbarSettings, xAxis: 'epoch' } as const
    expect(zoomedAnew(view, { chartSettings })).toEqual({ chartSettings, xDomain: null })
    const byTokens = { ...defaultToolbarSettings, xAxis: { metric: 'tokens' } }
    expect(zoomedAnew(view, { chartSettings: byTokens }).xDomain).toBeNull()
  })

  it('keeps what is looked at where the axis stays', () => {
    const chartSettings = { ...defaultToolbarSettings, yScale: 'log' } as const
    expect(zoomedAnew(view, { chartSettings })).toEqual({ chartSettings })
    expect(zoomedAnew(view, { selectedIds: ['a'] })).toEqual({ selectedIds: ['a'] })
  })

  it('lets a change of both be', () => {
    const chartSettings = { ...defaultToolbarSettings, xAxis: 'epoch' } as const
    const xDomain = { from: 1, to: 2 }
    expect(zoomedAnew(view, { chartSettings, xDomain })).toEqual({ chartSettings, xDomain })
  })
})
