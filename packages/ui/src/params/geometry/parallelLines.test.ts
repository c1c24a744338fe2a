import { describe, expect, it } from 'vitest'
import { leastAxisGapPx, parallelLayout, shareToY, yToShare } from './parallelLayout.ts'
import { linePath, nearestLine, runsWithin, type ParallelLines } from './parallelLines.ts'

function linesOf(rows: readonly (readonly number[])[]): ParallelLines {
  return { runs: rows.length, axes: rows[0]?.length ?? 0, shares: Float64Array.from(rows.flat()) }
}

describe('parallelLayout', () => {
  it('spreads the axes evenly', () => {
    const { xs, width } = parallelLayout(3, { width: 800, height: 300 })
    expect(xs).toHaveLength(3)
    expect((xs[1] ?? 0) - (xs[0] ?? 0)).toBe((xs[2] ?? 0) - (xs[1] ?? 0))
    expect(width).toBe(800)
  })

  it('becomes wider than there is room where axes would stand too close', () => {
    const { xs, width } = parallelLayout(10, { width: 320, height: 300 })
    expect((xs[1] ?? 0) - (xs[0] ?? 0)).toBeCloseTo(leastAxisGapPx)
    expect(width).toBeGreaterThan(9 * leastAxisGapPx)
  })

  it('puts one axis alone in the middle, and none nowhere', () => {
    expect(parallelLayout(1, { width: 500, height: 300 }).xs).toEqual([250])
    expect(parallelLayout(0, { width: 500, height: 300 }).xs).toEqual([])
  })

  it('has 0 at the foot of an axis and 1 at its head', () => {
    const layout = parallelLayout(2, { width: 500, height: 300 })
    expect(shareToY(layout, 1)).toBe(layout.top)
    expect(shareToY(layout, 0)).toBe(layout.top + layout.height)
    expect([0, 0.25, 1].map((share) => yToShare(layout, shareToY(layout, share)))).toEqual([
      0, 0.25, 1,
    ])
    expect([yToShare(layout, -50), yToShare(layout, 9999)]).toEqual([1, 0])
    expect(yToShare(parallelLayout(2, { width: 500, height: 10 }), 5)).toBe(0)
  })
})

describe('runsWithin', () => {
  const lines = linesOf([
    [0.2, 0.5],
    [0.4, 0.9],
    [NaN, 0.5],
  ])

  it('keeps all runs where no axis has a range', () => {
    expect([...runsWithin(lines, [null, null])]).toEqual([1, 1, 1])
    expect([...runsWithin(lines, [])]).toEqual([1, 1, 1])
  })

  it('keeps the runs that cross every range, its ends included', () => {
    expect([...runsWithin(lines, [[0.2, 0.4], null])]).toEqual([1, 1, 0])
    expect([...runsWithin(lines, [[0.21, 0.4], null])]).toEqual([0, 1, 0])
    expect([...runsWithin(lines, [[0.2, 0.39], null])]).toEqual([1, 0, 0])
    expect([
      ...runsWithin(lines, [
        [0, 1],
        [0, 0.5],
      ]),
    ]).toEqual([1, 0, 0])
  })

  it('leaves out a run without a value only where there is a range', () => {
    expect([...runsWithin(lines, [null, [0.5, 0.5]])]).toEqual([1, 0, 1])
  })
})

const layout = { xs: [0, 100, 200], top: 0, height: 100, width: 200 }

describe('linePath', () => {
  it('goes from axis to axis', () => {
    expect(linePath(linesOf([[1, 0.5, 0]]), 0, layout)).toBe('M0,0L100,50L200,100')
  })

  it('lifts the pen over an axis without a value', () => {
    expect(linePath(linesOf([[1, NaN, 0]]), 0, layout)).toBe('M-4,0L4,0M196,100L204,100')
    expect(linePath(linesOf([[1, 0.5, NaN]]), 0, layout)).toBe('M0,0L100,50')
    expect(linePath(linesOf([[NaN, NaN, NaN]]), 0, layout)).toBe('')
  })

  it('draws the run that is asked for', () => {
    expect(
      linePath(
        linesOf([
          [0, 0, 0],
          [1, 1, 1],
        ]),
        1,
        layout,
      ),
    ).toBe('M0,0L100,0L200,0')
  })
})

describe('nearestLine', () => {
  const lines = linesOf([
    [0, 0, 0],
    [1, 0.5, 1],
    [0.2, NaN, 0.2],
  ])
  const all = new Uint8Array([1, 1, 1])
  const at = (x: number, y: number, within = all, reach = 10): number =>
    nearestLine(lines, { x, y }, { layout, within, reach })

  it('measures along y, between the two axes around the pointer', () => {
    expect(at(50, 100)).toBe(0)
    expect(at(50, 25)).toBe(1)
    expect(at(150, 25)).toBe(1)
    expect(at(50, 35)).toBe(1)
    expect(at(50, 35.1)).toBe(-1)
  })

  it('finds the end of a line that stops at an axis, near it', () => {
    expect(at(10, 80)).toBe(2)
    expect(at(190, 80)).toBe(2)
    expect(at(50, 80)).toBe(-1)
  })

  it('passes over runs outside the ranges', () => {
    expect(at(50, 100, new Uint8Array([0, 1, 1]))).toBe(-1)
  })

  it('takes the one that is drawn on top of another', () => {
    const twins = linesOf([
      [0.5, 0.5],
      [0.5, 0.5],
    ])
    const two = { xs: [0, 100], top: 0, height: 100, width: 100 }
    const options = { layout: two, within: new Uint8Array([1, 1]), reach: 5 }
    expect(nearestLine(twins, { x: 30, y: 50 }, options)).toBe(1)
  })

  it('looks at the nearest axis where the pointer is beside them, and at one axis alone', () => {
    expect(at(-20, 0)).toBe(1)
    expect(at(260, 0)).toBe(1)
    const one = { xs: [50], top: 0, height: 100, width: 100 }
    const options = { layout: one, within: new Uint8Array([1]), reach: 5 }
    expect(nearestLine(linesOf([[0.5]]), { x: 70, y: 50 }, options)).toBe(0)
    expect(nearestLine(linesOf([[0.5]]), { x: 20, y: 50 }, options)).toBe(0)
    expect(nearestLine(linesOf([]), { x: 20, y: 50 }, options)).toBe(-1)
  })
})
