import { describe, expect, it } from 'vitest'
import { costScale, costScene, frontSteps, type CostPoint } from './costScene.ts'

const point = (cost: number, value: number, isOnFront = true): CostPoint => ({
  id: `${cost}/${value}`,
  cost,
  value,
  isOnFront,
})

const size = { width: 110, height: 220 }

describe('costScene', () => {
  it('is null without a point', () => {
    expect(costScene([], 'min', size)).toBeNull()
  })

  it('places the cheap at the left and the low at the bottom, with air around', () => {
    const scene = costScene([point(10, 1), point(20, 3, false)], 'min', size)
    expect(scene).toMatchObject({
      xScale: 'linear',
      viewport: { from: 9.5, to: 20.5, low: 0.9, high: 3.1 },
      points: [
        { id: '10/1', x: 5, y: 210 },
        { id: '20/3', x: 105, y: 10 },
      ],
    })
  })

  it('steps along the front and goes on to the border', () => {
    const scene = costScene([point(20, 1), point(10, 3)], 'min', size)
    expect(scene?.frontPath).toBe('M5,10H105V210H110')
  })

  it('has no line where no run is on the front', () => {
    expect(costScene([point(10, 1, false)], 'min', size)?.frontPath).toBe('')
  })

  it('lays costs that span more than two decades along their logarithm', () => {
    const scene = costScene([point(1, 1), point(1000, 1)], 'min', { width: 330, height: 100 })
    expect(scene?.xScale).toBe('log')
    expect(scene?.viewport.from).toBeCloseTo(-0.15, 12)
    expect(scene?.viewport.to).toBeCloseTo(3.15, 12)
    expect(scene?.points.map(({ x }) => x)).toEqual([15, 315])
  })

  it('never shows a cost below zero', () => {
    expect(costScene([point(0, 1), point(10, 2)], 'min', size)?.viewport.from).toBe(0)
  })

  it('puts a single point in the middle', () => {
    expect(costScene([point(10, 2)], 'min', size)?.points).toEqual([{ id: '10/2', x: 55, y: 110 }])
  })
})

describe('costScale', () => {
  it.each([
    [[1, 100], 'linear'],
    [[1, 100.1], 'log'],
    [[0, 1000], 'linear'],
    [[5], 'linear'],
  ] as const)('lays the costs %j on a %s axis', (costs, scale) => {
    expect(costScale(costs)).toBe(scale)
  })
})

describe('frontSteps', () => {
  // The vector of (min, min): the front of (1,9)(2,7)(3,8)(4,4)(5,5)(6,3)(6,3).
  const front = [point(1, 9), point(2, 7), point(4, 4), point(6, 3), point(6, 3)]

  it('goes from the cheapest to the best, once where two are equal', () => {
    expect(frontSteps(front, 'min')).toEqual([0, 1, 2, 3])
    expect(frontSteps(front.toReversed(), 'min')).toEqual([4, 3, 2, 0])
  })

  it('passes by a run that is on the front only within the noise', () => {
    expect(frontSteps([point(1, 5), point(2, 5.1), point(3, 4)], 'min')).toEqual([0, 2])
  })

  it('leaves out who is not on the front', () => {
    expect(frontSteps([point(1, 5), point(2, 3, false), point(3, 4)], 'min')).toEqual([0, 2])
  })

  it('climbs where higher is better', () => {
    expect(frontSteps([point(1, 5), point(2, 4), point(3, 6)], 'max')).toEqual([0, 2])
  })

  it('takes the better of two that cost the same', () => {
    expect(frontSteps([point(1, 5), point(1, 4)], 'min')).toEqual([1])
  })
})
