import type { Run } from '@runoff/core'
import { describe, expect, it } from 'vitest'
import { noiseBeside } from './noiseBeside.ts'
import { clearWinner, runOf, unreplicated } from './testdata/recommendations.ts'

const { evidence } = clearWinner.verdict
const runsOf = (name: string): readonly Run[] =>
  evidence.groups.find((group) => group.name === name)?.runs ?? []
const [best, second] = [runsOf('lr-3e-4'), runsOf('lr-1e-4')]

describe('noiseBeside', () => {
  it('tells beside the best configuration who is ruled out, and what matters', () => {
    const minimumEffect = evidence.minimumEffect
    expect(noiseBeside(best, second[0] as Run, evidence)).toEqual({
      isContender: false,
      minimumEffect,
    })
    expect(noiseBeside(best.slice(1), best[0] as Run, evidence)).toEqual({
      isContender: true,
      minimumEffect,
    })
  })

  it('knows nothing beside another, of a run that was not judged, or without noise', () => {
    expect(noiseBeside(second, second[1] as Run, evidence)).toBeNull()
    expect(noiseBeside([], second[0] as Run, evidence)).toBeNull()
    expect(noiseBeside(best, runOf('elsewhere'), evidence)).toBeNull()
    const { evidence: bare } = unreplicated.verdict
    const [first, other] = bare.groups.flatMap(({ runs }) => runs) as [Run, Run]
    expect(noiseBeside([first], other, bare)).toBeNull()
  })
})
