import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Goal } from '../run/run.ts'
import { paretoFront, type ParetoObjective } from './paretoFront.ts'

const bothLow: readonly ParetoObjective[] = [{ goal: 'min' }, { goal: 'min' }]
const pointOf = fc.tuple(
  fc.oneof(fc.integer({ min: 0, max: 8 }), fc.constantFrom(NaN, null, Infinity)),
  fc.integer({ min: 0, max: 8 }),
)
const objectivesOf = fc.tuple(
  fc.record({
    goal: fc.constantFrom<Goal>('min', 'max'),
    noise: fc.constantFrom(0, 0.5, 1, 2),
  }),
  fc.record({ goal: fc.constantFrom<Goal>('min', 'max') }),
)

describe('paretoFront', () => {
  it('keeps what no other beats, duplicates too, and leaves out what lacks a value', () => {
    const points = [
      [1, 9],
      [2, 7],
      [3, 8],
      [4, 4],
      [5, 5],
      [6, 3],
      [6, 3],
      [7, NaN],
    ]
    // Worked by hand: (3, 8) lies behind (2, 7), and (5, 5) behind (4, 4).
    expect(paretoFront(points, bothLow)).toEqual({
      front: [0, 1, 3, 5, 6],
      dominated: [
        { place: 2, by: 1 },
        { place: 4, by: 3 },
      ],
      excluded: [{ place: 7, reason: 'missing' }],
    })
  })

  it('gives the front best first in the first objective, then in the next, then by place', () => {
    const accuracyThenCost: readonly ParetoObjective[] = [
      { goal: 'max', noise: 1 },
      { goal: 'min' },
    ]
    const points = [
      [0.7, 2],
      [0.9, 9],
      [0.9, 3],
      [0.8, 1],
      [0.9, 3],
    ]
    expect(paretoFront(points, accuracyThenCost).front).toEqual([2, 4, 1, 3, 0])
  })

  it('names the first point of the front that dominates another', () => {
    const points = [
      [9, 9],
      [2, 1],
      [1, 2],
    ]
    expect(paretoFront(points, bothLow).dominated).toEqual([{ place: 0, by: 2 }])
  })

  it('lists dominated points by place, whatever their values', () => {
    const points = [[3], [1], [2]]
    expect(paretoFront(points, [{ goal: 'min' }])).toEqual({
      front: [1],
      dominated: [
        { place: 0, by: 1 },
        { place: 2, by: 1 },
      ],
      excluded: [],
    })
  })

  it('dominates only by more than the noise, and not by a lower cost at equal quality', () => {
    const noisy: readonly ParetoObjective[] = [{ goal: 'min', noise: 0.5 }, { goal: 'min' }]
    const behind = (loss: number, cost: number): boolean =>
      paretoFront(
        [
          [1, 5],
          [loss, cost],
        ],
        noisy,
      ).dominated.some(({ place, by }) => place === 1 && by === 0)
    expect(behind(1.5, 5)).toBe(false)
    expect(behind(1.5625, 5)).toBe(true)
    expect(behind(1.5625, 4.9)).toBe(false)
    expect(behind(1, 50)).toBe(false)
  })

  it('needs to be better by more than the noise in every objective that has noise', () => {
    const noisy: readonly ParetoObjective[] = [
      { goal: 'min', noise: 1 },
      { goal: 'max', noise: 2 },
    ]
    const front = (a: readonly number[]): readonly number[] =>
      paretoFront([[0, 10], a], noisy).front
    expect(front([2, 7])).toEqual([0])
    expect(front([2, 8])).toEqual([0, 1])
    expect(front([1, 7])).toEqual([0, 1])
  })

  it('excludes null, infinities, and a point that is shorter than the objectives', () => {
    const points = [[null, 1], [1, -Infinity], [1], [2, 2]]
    expect(paretoFront(points, bothLow)).toEqual({
      front: [3],
      dominated: [],
      excluded: [0, 1, 2].map((place) => ({ place, reason: 'missing' })),
    })
  })

  it('is empty for no points', () => {
    expect(paretoFront([], bothLow)).toEqual({ front: [], dominated: [], excluded: [] })
  })

  it('refuses no objectives, wrong goals and noise that is none', () => {
    const refusal = expect.objectContaining({ code: 'bad-option' })
    const wrong: readonly ParetoObjective[] = JSON.parse('[{ "goal": "minimize" }]')
    for (const objectives of [[], wrong])
      expect(() => paretoFront([[1]], objectives)).toThrow(refusal)
    for (const noise of [-1, NaN, Infinity])
      expect(() => paretoFront([[1]], [{ goal: 'min', noise }])).toThrow(refusal)
    expect(() => paretoFront([[1]], [{ goal: 'min', noise: -1 }])).toThrow(/noises \[-1\]/)
  })

  it('beats every point that it leaves out by one of the front, and none of the front', () => {
    const better = (a: number, b: number, { goal, noise = 0 }: ParetoObjective): boolean => {
      const gain = goal === 'min' ? b - a : a - b
      return noise === 0 ? gain >= 0 : gain > noise
    }
    fc.assert(
      fc.property(fc.array(pointOf, { maxLength: 12 }), objectivesOf, (points, objectives) => {
        const beats = (a: number, b: number): boolean =>
          objectives.every((one, i) => better(points[a]?.[i] ?? NaN, points[b]?.[i] ?? NaN, one)) &&
          objectives.some((_, i) => points[a]?.[i] !== points[b]?.[i])
        const { front, dominated, excluded } = paretoFront(points, objectives)
        expect(front.length + dominated.length + excluded.length).toBe(points.length)
        for (const a of front) for (const b of front) expect(beats(a, b)).toBe(false)
        for (const { place, by } of dominated) {
          expect(front).toContain(by)
          expect(beats(by, place)).toBe(true)
        }
      }),
    )
  })

  it('never reorders the others when a point is added, and moves none to the front', () => {
    const many = fc.array(pointOf, { maxLength: 10 })
    fc.assert(
      fc.property(many, pointOf, objectivesOf, (points, added, objectives) => {
        const before = paretoFront(points, objectives)
        const after = paretoFront([...points, added], objectives)
        const kept = after.front.filter((place) => place < points.length)
        expect(kept).toEqual(before.front.filter((place) => kept.includes(place)))
        const places = after.dominated.map(({ place }) => place)
        for (const { place } of before.dominated) expect(places).toContain(place)
        // Who left the front did so because of the new point.
        const left = before.front.filter((place) => !kept.includes(place))
        for (const place of left)
          expect(after.dominated).toContainEqual({ place, by: points.length })
      }),
    )
  })
})
