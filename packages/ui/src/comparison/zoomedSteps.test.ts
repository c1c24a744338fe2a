import { describe, expect, it } from 'vitest'
import type { ShownDomain } from '../charts/chartStore.ts'
import { zoomedSteps } from './zoomedSteps.ts'

const domain = (part: Partial<ShownDomain> = {}): ShownDomain => ({
  axisId: 'step',
  xScale: 'linear',
  from: 100,
  to: 300,
  ...part,
})

describe('zoomedSteps', () => {
  it.each([{}, { axisId: null }])('is what the charts show of their steps: %j', (part) => {
    expect(zoomedSteps(domain(part), 'step')).toEqual({ from: 100, to: 300 })
  })

  it('reads a logarithmic axis', () => {
    const shown = domain({ axisId: 'step log', xScale: 'log', from: 1, to: 3 })
    expect(zoomedSteps(shown, 'step')).toEqual({ from: 10, to: 1000 })
  })

  it('is nothing where everything is shown', () => {
    expect(zoomedSteps(null, 'step')).toBeNull()
  })

  it('is nothing where the axis counts something else than the steps of the source', () => {
    expect(zoomedSteps(domain({ axisId: 'epoch' }), 'step')).toBeNull()
    expect(zoomedSteps(domain({ axisId: 'time' }), 'time')).toBeNull()
    expect(zoomedSteps(domain(), 'relative-step')).toBeNull()
    expect(zoomedSteps(domain(), { metric: 'tokens' })).toBeNull()
  })
})
