import { defaultObjective } from '@runoff/core'
import { describe, expect, it } from 'vitest'
import { pickerSections } from './pickerSections.ts'
import { runOf, runWithLoss } from './testdata/runs.ts'

const runs = [
  runOf('lost', { name: 'no model' }),
  runWithLoss('slow', 0.4, { model: 'Qwen/Qwen3-1.7B' }),
  runWithLoss('fast', 0.2, { model: 'huggingface_models/Qwen-Qwen3-1.7B/x' }),
  runWithLoss('other', 0.3, { model: 'Qwen/Qwen3-1.7B-Base' }),
]
const byModel = { sortBy: 'best', groupByModel: true } as const

describe('pickerSections', () => {
  it('groups by exactly the same model, sorts within, and puts unknown models last', () => {
    const { sections } = pickerSections(
      { candidates: runs, found: runs },
      byModel,
      defaultObjective,
    )
    expect(sections.map(({ model, runs: own }) => [model, own.map((run) => run.id)])).toEqual([
      ['Qwen/Qwen3-1.7B', ['fast', 'slow']],
      ['Qwen/Qwen3-1.7B-Base', ['other']],
      ['Unknown Model', ['lost']],
    ])
  })

  it('makes one section of all runs where they are not grouped', () => {
    const view = { sortBy: 'best', groupByModel: false } as const
    const { sections, standings } = pickerSections(
      { candidates: runs, found: runs },
      view,
      defaultObjective,
    )
    expect(sections).toHaveLength(1)
    expect(sections[0]?.runs.map((run) => run.id)).toEqual(['fast', 'other', 'slow', 'lost'])
    expect([...standings.values()].filter(({ kind }) => kind === 'best')).toHaveLength(1)
  })

  it('makes no run the best because a search hides the better one', () => {
    const slow = runs.find((run) => run.id === 'slow')
    const found = slow === undefined ? [] : [slow]
    const { standings } = pickerSections({ candidates: runs, found }, byModel, defaultObjective)
    expect(slow && standings.get(slow)).toMatchObject({ kind: 'behind', best: 0.2 })
  })
})
