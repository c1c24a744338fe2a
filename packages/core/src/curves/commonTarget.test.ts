import { expect, it } from 'vitest'
import { commonTarget } from './commonTarget.ts'
import { timeToTarget } from './timeToTarget.ts'
import { defined, seriesOf } from './testdata/curves.ts'

const level = (at: number): ReturnType<typeof seriesOf> => seriesOf([20, 20, at, at, at, at, at])

it('is what the worst configuration came to, by the median of its runs', () => {
  const groups = [[level(3), level(9), level(4)], [level(5), level(1), level(6)], [level(2)]]
  expect(commonTarget(groups, 'min')).toEqual({ kind: 'defined', target: 5, group: 1 })
  // To be maximised, every curve came to 20, as it began.
  expect(commonTarget(groups, 'max')).toEqual({
    kind: 'defined',
    target: expect.any(Number),
    group: 2,
  })
})

it('mirrors for a metric to maximise', () => {
  const up = (at: number): ReturnType<typeof seriesOf> => seriesOf([-9, -9, at, at, at, at])
  expect(commonTarget([[up(3)], [up(2)], [up(2)]], 'max')).toEqual({
    kind: 'defined',
    target: 2,
    group: 1,
  })
})

it('is reached by at least half of the runs of each', () => {
  const groups = [
    [level(3), level(9)],
    [level(5), level(8)],
  ]
  const { target, group } = defined(commonTarget(groups, 'min'))
  expect([target, group]).toEqual([6.5, 1])
  for (const curves of groups) {
    expect(defined(timeToTarget(curves, target, 'min')).median).not.toBeNull()
  }
})

it('is not set by one lucky evaluation', () => {
  const lucky = seriesOf([9, 9, 9, -90, 9, 9, 9, 9])
  // Means of three around it: -24, and each lasts for three evaluations.
  expect(defined(commonTarget([[lucky]], 'min')).target).toBe(-24)
  const twoEvaluations = seriesOf([9, 1])
  expect(defined(commonTarget([[twoEvaluations]], 'min')).target).toBe(5)
})

it('leaves out curves that tell nothing, and has no answer for a configuration of such', () => {
  const empty = seriesOf([NaN, 1, NaN])
  expect(defined(commonTarget([[empty, level(3)], [level(2)]], 'min')).target).toBe(3)
  const tooFew = { kind: 'undefined', reason: 'too-few-points' }
  expect(commonTarget([[empty], [level(2)]], 'min')).toEqual(tooFew)
  expect(commonTarget([[], [level(2)]], 'min')).toEqual(tooFew)
  expect(commonTarget([], 'min')).toEqual({ kind: 'undefined', reason: 'too-few-groups' })
  expect(() => commonTarget([], 'low' as 'min')).toThrow(/"min" or "max"/)
})
