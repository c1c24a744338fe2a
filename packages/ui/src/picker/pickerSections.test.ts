import { defaultObjective } from '@runoff/core'
import { describe, expect, it } from 'vitest'
import { foundSections, pickerSections } from './pickerSections.ts'
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
    const { sections } = pickerSections(runs, byModel, defaultObjective)
    expect(sections.map(({ model, runs: own }) => [model, own.map((run) => run.id)])).toEqual([
      ['Qwen/Qwen3-1.7B', ['fast', 'slow']],
      ['Qwen/Qwen3-1.7B-Base', ['other']],
      ['Unknown Model', ['lost']],
    ])
  })

  it('makes one section of all runs where they are not grouped', () => {
    const view = { sortBy: 'best', groupByModel: false } as const
    const { sections, standings } = pickerSections(runs, view, defaultObjective)
    expect(sections).toHaveLength(1)
    expect(sections[0]?.runs.map((run) => run.id)).toEqual(['fast', 'other', 'slow', 'lost'])
    expect([...standings.values()].filter(({ kind }) => kind === 'best')).toHaveLength(1)
  })

  it('knows the best value of each model, and none where no run has one', () => {
    const { sections } = pickerSections(runs, byModel, defaultObjective)
    expect(sections.map(({ best }) => best)).toEqual([0.2, 0.3, null])
  })

  it('has no section without a run', () => {
    const { sections } = pickerSections([], { ...byModel, groupByModel: false }, defaultObjective)
    expect(foundSections(sections, [])).toEqual([])
  })

  it('makes no run the best because a search hides the better one', () => {
    const slow = runs.find((run) => run.id === 'slow')
    const found = slow === undefined ? [] : [slow]
    const { sections, standings } = pickerSections(runs, byModel, defaultObjective)
    expect(foundSections(sections, found)).toEqual([
      { model: 'Qwen/Qwen3-1.7B', runs: found, best: 0.2 },
    ])
    expect(slow && standings.get(slow)).toMatchObject({ kind: 'behind', best: 0.2 })
  })
})
