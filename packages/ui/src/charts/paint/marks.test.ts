import { describe, expect, it } from 'vitest'
import { columnExtents } from '../../geometry/columnExtents.ts'
import { cutMarks } from './cutMarks.ts'
import { edgeMarks, flaggedColumns, flaggedPoints } from './edgeMarks.ts'
import { endMarks } from './endMarks.ts'
import type { PictureLine } from './picture.ts'
import { pointMarks } from './pointMarks.ts'
import { columnsOf, lineOf } from './testdata/picture.ts'

const size = { width: 120, height: 80 }
const all = (line: PictureLine) => ({ start: 0, end: line.pyramid.series.steps.length })
const steps = (count: number): number[] => Array.from({ length: count }, (_, i) => i)
const extentsOf = ({ pyramid, viewport }: PictureLine) =>
  columnExtents(pyramid, viewport, size.width)

describe('edgeMarks', () => {
  it('marks what is not finite at its edge, the same from columns as from points', () => {
    const line = lineOf(columnsOf([20, 40, 60, 120], [NaN, Infinity, -Infinity, NaN]))
    const marks = edgeMarks(line, flaggedPoints(line, all(line), size), size)
    expect(marks.map(({ x, shape }) => [x, shape])).toEqual([
      [20.5, 'hollowTriangleDown'],
      [119.5, 'hollowTriangleDown'],
      [40.5, 'triangle'],
      [60.5, 'triangleDown'],
    ])
    expect(edgeMarks(line, flaggedColumns(extentsOf(line)), size)).toEqual(marks)
  })

  it('makes one of marks that lie nearer than they are wide', () => {
    const line = lineOf(columnsOf([20, 22, 24, 40], [NaN, NaN, NaN, NaN]))
    const marks = edgeMarks(line, flaggedPoints(line, all(line), size), size)
    expect(marks.map(({ x }) => x)).toEqual([20.5, 40.5])
  })

  it('marks nothing of a line that is finite throughout', () => {
    const line = lineOf(columnsOf([20, 40], [1, 2]))
    expect(edgeMarks(line, flaggedPoints(line, all(line), size), size)).toEqual([])
  })
})

describe('cutMarks', () => {
  it('marks both ends of a long stretch beyond the border, and a short one once', () => {
    const line = lineOf(
      columnsOf([0, 20, 20, 60, 60, 90, 91, 92], [40, 40, 99, 99, 40, 40, -9, 40]),
    )
    const marks = cutMarks(line, extentsOf(line), size)
    expect(marks.map(({ x, shape }) => [x, shape])).toEqual([
      [20.5, 'chevron'],
      [60.5, 'chevron'],
      [91, 'chevronDown'],
    ])
  })

  it('marks nothing of a line that touches the border and stays within', () => {
    const line = lineOf(columnsOf([0, 60, 120], [0, 80, 0]))
    expect(cutMarks(line, extentsOf(line), size)).toEqual([])
  })
})

describe('endMarks', () => {
  const end = { markerPlaces: 'end' } as const

  it('stands behind the last finite point, past a million that are not', () => {
    const values = new Float64Array(1_000_000).fill(NaN).fill(40, 0, 60)
    const line = lineOf(columnsOf(steps(1_000_000), values), end)
    expect(endMarks(line, { start: 0, end: 121 }, size, false)).toEqual([
      { x: 63, y: 40, shape: 'circle', fromColumn: 60 },
    ])
  })

  it('stands behind the plot where the line goes on there, at the height where it leaves', () => {
    const line = lineOf(columnsOf([0, 100, 140], [40, 40, 60]), end)
    expect(endMarks(line, { start: 0, end: 2 }, size, true)).toEqual([
      { x: 124, y: 30, shape: 'circle', fromColumn: 120 },
    ])
  })

  it('stays away where the end is cut off, where there is no end and where none is asked for', () => {
    const above = lineOf(columnsOf([0, 100], [40, 99]), end)
    const none = lineOf(columnsOf([0, 100], [NaN, Infinity]), end)
    const plain = lineOf(columnsOf([0, 100], [40, 40]))
    for (const line of [above, none, plain]) {
      expect(endMarks(line, all(line), size, true)).toEqual([])
    }
  })

  it('rings the last point itself where each point has its marker', () => {
    const line = lineOf(columnsOf([0, 60], [40, 40]), { markerPlaces: 'sparse', isLive: true })
    expect(endMarks(line, all(line), size, true)).toEqual([{ x: 60, y: 40, shape: 'ring' }])
  })
})

describe('pointMarks', () => {
  const xs = (line: PictureLine): readonly number[] =>
    pointMarks(line, all(line), size).map(({ x }) => x)

  it('marks each point where there is room for that', () => {
    expect(xs(lineOf(columnsOf([0, 30, 60], [1, NaN, 3]), { markerPlaces: 'some' }))).toEqual([
      0, 60,
    ])
  })

  it('strews markers over more points than that, and none close to the end', () => {
    const many = columnsOf(
      steps(40).map((i) => i * 3),
      steps(40).fill(40),
    )
    const line = lineOf(many, { markerPlaces: 'some', markerRadius: 1, markerPhase: 0.5 })
    expect(xs(lineOf(many, { markerPlaces: 'some', markerRadius: 0.9, markerPhase: 0.5 }))).toEqual(
      [18, 54, 90],
    )
    expect(xs({ ...line, markerPhase: 0.9 })).toEqual([36, 78])
    expect(xs({ ...line, markerPlaces: 'sparse' })).toEqual([])
  })

  it('always marks a point that stands alone', () => {
    expect(xs(lineOf(columnsOf([0, 30, 60, 90], [1, NaN, 3, NaN])))).toEqual([0, 60])
  })
})
