import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Objective } from '../run/run.ts'
import { deltaFromBest } from './deltaFromBest.ts'

const loss: Objective = { metric: 'eval/loss', goal: 'min' }
const accuracy: Objective = { metric: 'eval/accuracy', goal: 'max' }

describe('deltaFromBest', () => {
  it.each([
    [1, 'none'],
    [1.05, 'none'],
    [1.0501, 'slight'],
    [1.1, 'slight'],
    [1.1001, 'moderate'],
    [1.25, 'moderate'],
    [1.251, 'severe'],
    [10, 'severe'],
  ])('says of a loss of %d against 1 that it is %s worse', (value, severity) => {
    expect(deltaFromBest(value, 1, loss).severity).toBe(severity)
  })

  it('is not led over a limit by floating point', () => {
    for (const best of [0.2, 0.3, 0.7, 1.1, 2.3]) {
      expect(deltaFromBest(best * 1.05, best, loss).severity).toBe('none')
      expect(deltaFromBest(best * 1.1, best, loss).severity).toBe('slight')
      expect(deltaFromBest(best * 1.25, best, loss).severity).toBe('moderate')
    }
  })

  it('gives the percentage that people read', () => {
    expect(deltaFromBest(0.2701, 0.2345, loss).percent).toBeCloseTo(15.181, 3)
  })

  it('counts worse as positive where higher is better too', () => {
    const delta = deltaFromBest(0.8, 1, accuracy)
    expect(delta.absolute).toBeCloseTo(0.2)
    expect(delta.percent).toBeCloseTo(20)
    expect(delta.severity).toBe('moderate')
  })

  it.each([
    [-0.4, -0.5, 'best-not-positive'],
    [0.4, 0, 'best-not-positive'],
    [NaN, 1, 'not-a-number'],
    [Infinity, 1, 'not-a-number'],
    [1, Infinity, 'not-a-number'],
    [-0.1, 0.9, 'value-not-positive'],
  ])('gives no percentage of %d against %d, and says why', (value, best, reason) => {
    expect(deltaFromBest(value, best, loss)).toMatchObject({
      percent: null,
      severity: 'none',
      reason,
    })
  })

  it('says of nothing at all that it is a hundred percent worse', () => {
    expect(deltaFromBest(0, 0.9, accuracy)).toMatchObject({ percent: 100, severity: 'severe' })
  })

  it('never calls an equal value worse, nor a worse one better', () => {
    const positive = fc.double({ min: 1e-6, max: 1e6, noNaN: true })
    fc.assert(
      fc.property(positive, positive, (a, b) => {
        expect(deltaFromBest(a, a, loss)).toMatchObject({ absolute: 0, severity: 'none' })
        expect(deltaFromBest(Math.max(a, b), Math.min(a, b), loss).percent).toBeGreaterThanOrEqual(
          0,
        )
        expect(deltaFromBest(Math.min(a, b), Math.max(a, b), loss).severity).toBe('none')
      }),
    )
  })
})
