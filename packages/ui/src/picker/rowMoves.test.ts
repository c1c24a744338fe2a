import { describe, expect, it } from 'vitest'
import { moveOf, targetOf } from './rowMoves.ts'

/** A line with a dot is none that the keys stop at. */
const lines = ['a', '.', 'c', 'd', '.', 'f']

function afterKey(key: string, from: number, list = lines): number | null {
  const move = moveOf(key, 3)
  if (move === null) throw new Error(`${key} leads nowhere.`)
  return targetOf(list, { move, from, isStop: (line) => line !== '.' })
}

describe('targetOf', () => {
  it('passes lines that the keys do not stop at', () => {
    expect([afterKey('ArrowDown', 0), afterKey('ArrowUp', 2)]).toEqual([2, 0])
  })

  it('leads to the first and the last', () => {
    expect([afterKey('Home', 3), afterKey('End', 0)]).toEqual([0, 5])
    expect([afterKey('Home', 1, ['.', 'b']), afterKey('End', 0, ['a', '.'])]).toEqual([1, 0])
  })

  it('goes a page on, or as far as there are lines', () => {
    expect([afterKey('PageDown', 0), afterKey('PageDown', 3)]).toEqual([3, 5])
    expect([afterKey('PageUp', 5), afterKey('PageUp', 2)]).toEqual([2, 0])
    expect(afterKey('PageDown', 0, ['a', 'b', 'c', '.'])).toBe(2)
  })

  it('leads nowhere from the last line, and where there is no other', () => {
    expect([afterKey('ArrowDown', 5), afterKey('ArrowUp', 0)]).toEqual([null, null])
    expect(afterKey('PageDown', 0, ['a', '.', '.'])).toBeNull()
    expect(afterKey('End', 0, [])).toBeNull()
  })

  it('finds the nearest line where one has gone', () => {
    const near = (from: number, list = lines): number | null =>
      targetOf(list, { move: { kind: 'near' }, from, isStop: (line) => line !== '.' })
    expect([near(1), near(9), near(0, ['.'])]).toEqual([2, 5, null])
    expect(near(2, ['a', 'b', '.'])).toBe(1)
    expect(near(0, [])).toBeNull()
  })
})

describe('moveOf', () => {
  it('knows no other key', () => {
    expect([moveOf('x', 3), moveOf('Tab', 3)]).toEqual([null, null])
  })
})
