import { describe, expect, it } from 'vitest'
import { judgedRuns } from '../judgedRuns.ts'
import { scatterModel, type ScatterModel } from '../scatterModel.ts'
import { runsOf, sweep } from '../testdata/sweep.ts'
import { scatterLayout } from './scatterLayout.ts'
import { englishFormatters } from '../../testdata/formatters.ts'

const loss = { metric: 'eval/loss', goal: 'min' } as const
const modelOf = (runs: Parameters<typeof judgedRuns>[0], param: string): ScatterModel =>
  scatterModel(judgedRuns(runs, loss), param, loss)

const three = modelOf(
  runsOf([
    [{ x: 0 }, 3],
    [{ x: 1 }, 1],
    [{ x: 2 }, 2],
  ]),
  'x',
)

describe('scatterLayout', () => {
  const layout = scatterLayout(three, { width: 600, height: 300 }, englishFormatters)

  it('puts lower values lower and larger parameters further right, within the box', () => {
    const { left, top, width, height } = layout.box
    const [a, b, c] = layout.points
    expect([a?.run.id, b?.run.id, c?.run.id]).toEqual(['a', 'b', 'c'])
    expect(a?.x).toBeLessThan(b?.x ?? 0)
    expect((b?.x ?? 0) - (a?.x ?? 0)).toBeCloseTo((c?.x ?? 0) - (b?.x ?? 0))
    expect(a?.y).toBeLessThan(c?.y ?? 0)
    expect(c?.y).toBeLessThan(b?.y ?? 0)
    for (const { x, y } of layout.points) {
      expect(x).toBeGreaterThan(left)
      expect(x).toBeLessThan(left + width)
      expect(y).toBeGreaterThan(top)
      expect(y).toBeLessThan(top + height)
    }
  })

  it('knows the place of the best', () => {
    expect(layout.best?.run.id).toBe('b')
  })

  it('has no tick beyond the ends of an axis', () => {
    const { xTicks, yTicks, viewport } = layout
    expect(xTicks.length).toBeGreaterThan(2)
    expect(yTicks.length).toBeGreaterThan(2)
    for (const { value } of xTicks) {
      expect(value).toBeGreaterThanOrEqual(viewport.from)
      expect(value).toBeLessThanOrEqual(viewport.to)
    }
    for (const { value } of yTicks) {
      expect(value).toBeGreaterThanOrEqual(viewport.low)
      expect(value).toBeLessThanOrEqual(viewport.high)
    }
  })

  it('names fewer categories where there is less room', () => {
    const runs = sweep(40, (i) => ({ params: { data: `corpus-${String(i).padStart(2, '0')}` } }))
    const model = modelOf(runs, 'data')
    const wide = scatterLayout(model, { width: 1200, height: 300 }, englishFormatters).xTicks
    const narrow = scatterLayout(model, { width: 320, height: 300 }, englishFormatters).xTicks
    expect(wide.length).toBeGreaterThan(narrow.length)
    expect(narrow.length).toBeGreaterThan(0)
    expect(narrow.length).toBeLessThanOrEqual(4)
    expect(wide[0]?.label).toBe('corpus-00')
  })

  it('has no width to draw in before it is measured', () => {
    expect(scatterLayout(three, { width: 0, height: 300 }, englishFormatters).box.width).toBe(0)
  })
})
