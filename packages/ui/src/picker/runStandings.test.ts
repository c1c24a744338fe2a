import { defaultObjective, recommend, type Run } from '@runoff/core'
import { describe, expect, it } from 'vitest'
import { known } from '../recommendation/testdata/recommendations.ts'
import { runStandings } from './runStandings.ts'
import { runOf, runWithLoss } from './testdata/runs.ts'

describe('runStandings', () => {
  it('measures each run against the best of its own group', () => {
    const [a, b, c] = [runWithLoss('a', 0.2), runWithLoss('b', 0.23), runWithLoss('c', 0.5)]
    const standings = runStandings([[a, b], [c]], defaultObjective)
    expect(standings.get(a)).toEqual({ kind: 'best', value: 0.2, isTied: false })
    expect(standings.get(c)).toEqual({ kind: 'best', value: 0.5, isTied: false })
    expect(standings.get(b)).toMatchObject({ kind: 'behind', best: 0.2, value: 0.23 })
    // (0.23 - 0.2) / 0.2 = 15 %
    expect(standings.get(b)).toMatchObject({ delta: { severity: 'moderate' } })
  })

  it('calls runs with exactly the same best value tied', () => {
    const [a, b] = [runWithLoss('a', 0.2), runWithLoss('b', 0.2)]
    const standings = runStandings([[a, b]], defaultObjective)
    expect(standings.get(a)).toMatchObject({ kind: 'best', isTied: true })
    expect(standings.get(b)).toMatchObject({ kind: 'best', isTied: true })
  })

  it('lets neither a missing value nor NaN win', () => {
    const [a, b, c] = [runOf('a'), runWithLoss('b', NaN), runWithLoss('c', 9)]
    const standings = runStandings([[a, b, c]], defaultObjective)
    expect([...standings.keys()]).toEqual([c])
    expect(runStandings([[a, b]], defaultObjective).size).toBe(0)
    expect(runStandings([], defaultObjective).size).toBe(0)
  })

  it('judges by the noise what has no percentage, beside the best of the evidence alone', () => {
    const seeds = (group: string, ...losses: number[]) =>
      losses.map((loss, place) =>
        runOf(`${group}-${place}`, {
          group,
          seed: String(place),
          metrics: { 'eval/loss': known(loss) },
        }),
      )
    const [good, bad, other] = [
      seeds('good', -1.5, -1.52, -1.48),
      seeds('bad', -0.9, -0.92, -0.88),
      seeds('other', -0.5, -0.52, -0.48),
    ]
    const { evidence } = recommend([...good, ...bad, ...other]).verdict
    const severities = (groups: readonly (readonly Run[])[], run: Run | undefined): string => {
      const standing = run && runStandings(groups, defaultObjective, evidence).get(run)
      return standing?.kind === 'behind' ? standing.delta.severity : 'no delta'
    }
    expect(severities([[...good, ...bad]], bad[0])).toBe('severe')
    expect(severities([[...good, ...bad]], good[0])).toBe('none')
    // Beside the best of another model it is not known who is ruled out.
    expect(severities([good, [...bad, ...other]], other[0])).toBe('none')
  })

  it('calls no run worse that is still running, though it may already be the best', () => {
    const done = runWithLoss('done', 0.2)
    const behind = runWithLoss('behind', 0.9, { status: 'running' })
    const ahead = runWithLoss('ahead', 0.1, { status: 'running' })
    expect(runStandings([[done, behind]], defaultObjective).get(behind)).toBeUndefined()
    expect(runStandings([[done, ahead]], defaultObjective).get(ahead)?.kind).toBe('best')
  })
})
