import { describe, expect, it } from 'vitest'
import { placeLabels } from './placeLabels.ts'

const room = { size: { width: 200, height: 100 }, goal: 'min' } as const
const named = (text: string, x: number, y: number) => ({ id: text, text, x, y })

describe('placeLabels', () => {
  const point = named('abc', 50, 50)

  it('puts a name where no run can be better and cheaper', () => {
    expect(placeLabels([point], [point], room)).toEqual([
      { id: 'abc', text: 'abc', x: 43, y: 63, anchor: 'end' },
    ])
    expect(placeLabels([point], [point], { ...room, goal: 'max' })[0]).toMatchObject({
      x: 43,
      y: 37,
      anchor: 'end',
    })
  })

  it('goes round the point where that is taken, and level with it last', () => {
    const taken = [
      { id: 'below left', x: 35, y: 65 },
      { id: 'below right', x: 65, y: 65 },
      { id: 'above right', x: 65, y: 35 },
      { id: 'above left', x: 35, y: 35 },
      { id: 'left', x: 35, y: 50 },
      { id: 'right', x: 65, y: 50 },
    ]
    const places = taken.map((_, count) => {
      const [label] = placeLabels([point], [point, ...taken.slice(0, count)], room)
      return [label?.anchor, label?.y]
    })
    expect(places).toEqual([
      ['end', 63],
      ['start', 63],
      ['start', 37],
      ['end', 37],
      ['end', 50],
      ['start', 50],
    ])
    expect(placeLabels([point], [point, ...taken], room)).toEqual([])
  })

  it('keeps within the plot', () => {
    const left = named('abcdefgh', 10, 50)
    expect(placeLabels([left], [left], room)[0]?.anchor).toBe('start')
    const bottom = named('abc', 50, 98)
    expect(placeLabels([bottom], [bottom], room)[0]?.y).toBe(85)
  })

  it('leaves out a name that finds no room', () => {
    const long = named('a name as long as the plot is wide, and longer', 100, 50)
    expect(placeLabels([long], [long], room)).toEqual([])
  })

  it('lets no name cover another', () => {
    const points = [named('first', 80, 50), named('second', 84, 56)]
    const [first, second] = placeLabels(points, points, room)
    expect([first?.anchor, second?.anchor]).toEqual(['end', 'start'])
  })
})
