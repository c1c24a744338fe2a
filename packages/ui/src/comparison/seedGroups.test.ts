import { defineRun, type Run } from '@runoff/core'
import { describe, expect, it } from 'vitest'
import { seedGroups } from './seedGroups.ts'

const runOf = (id: string): Run => defineRun({ id })
const [a, b, c, d] = ['a', 'b', 'c', 'd'].map(runOf) as [Run, Run, Run, Run]
const nameAndId = (name: string, id: string): string => `${name} (${id})`

describe('seedGroups', () => {
  it('has the compared runs of each configuration, in their order', () => {
    const replicates = [
      { key: 'two', name: 'lr 2', runs: [d, c] },
      { key: 'one', name: 'lr 1', runs: [b, a] },
    ]
    expect(seedGroups([a, b, c, d], replicates, nameAndId)).toEqual([
      { id: 'one', name: 'lr 1', runIds: ['a', 'b'] },
      { id: 'two', name: 'lr 2', runIds: ['c', 'd'] },
    ])
  })

  it('leaves out a configuration of which one run is compared, or none', () => {
    const replicates = [
      { key: 'one', name: 'lr 1', runs: [a, b] },
      { key: 'two', name: 'lr 2', runs: [c] },
    ]
    expect(seedGroups([a, c, d], replicates, nameAndId)).toEqual([])
    expect(seedGroups([], [], nameAndId)).toEqual([])
  })

  it('tells apart two configurations of one name', () => {
    const replicates = [
      { key: 'one', name: 'sweep', runs: [a, b] },
      { key: 'two', name: 'sweep', runs: [c, d] },
    ]
    expect(seedGroups([a, b, c, d], replicates, nameAndId).map(({ name }) => name)).toEqual([
      'sweep (a)',
      'sweep (c)',
    ])
  })
})
