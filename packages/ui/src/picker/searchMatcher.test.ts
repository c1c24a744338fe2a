import { describe, expect, it } from 'vitest'
import { patternMatcher, textMatcher } from './searchMatcher.ts'
import { runOf } from './testdata/runs.ts'

const run = runOf('7f3a', {
  name: 'LoRA r16 / seed 2',
  model: 'huggingface_models/Qwen-Qwen3-1.7B/sft',
  dataset: 'alpaca-cleaned',
})

describe('textMatcher', () => {
  it.each([
    ['the name, in capitals or not', 'lora'],
    ['the model as it is shown', 'qwen/qwen3'],
    ['the model as the source gave it', 'huggingface_models'],
    ['the dataset', 'ALPACA'],
    ['words that stand in different places', 'alpaca seed'],
    ['the whole id', '7f3a'],
    ['nothing at all', ''],
    ['spaces alone', '   '],
  ])('finds a run by %s', (_what, search) => {
    expect(textMatcher(search)(run)).toBe(true)
  })

  it.each(['mistral', 'lora mistral', '7f3', 'lo.a'])('does not find it by %j', (search) => {
    expect(textMatcher(search)(run)).toBe(false)
  })

  it('reads no name as anything but text', () => {
    expect(textMatcher('__proto__')(runOf('a', { name: '__proto__' }))).toBe(true)
    expect(textMatcher('__proto__')(runOf('a', { name: 'b' }))).toBe(false)
  })
})

describe('patternMatcher', () => {
  it('tests name, model and dataset, but not the id', () => {
    const finds = (text: string): boolean => patternMatcher((tested) => tested === text)(run)
    expect(finds('LoRA r16 / seed 2')).toBe(true)
    expect(finds('Qwen/Qwen3-1.7B')).toBe(true)
    expect(finds('alpaca-cleaned')).toBe(true)
    expect(finds('7f3a')).toBe(false)
  })

  it('tests a model that thousands of runs share only once', () => {
    const tested: string[] = []
    const matches = patternMatcher((text) => {
      tested.push(text)
      return false
    })
    for (const id of ['a', 'b', 'c']) matches(runOf(id, { model: 'm' }))
    expect(tested).toEqual(['a', 'm', 'b', 'c'])
  })
})
