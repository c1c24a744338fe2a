import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { differingParts } from './differingParts.ts'

describe('differingParts', () => {
  it('leaves what differs, and the word before a number', () => {
    expect(differingParts(['gpt-lr3e-4-seed1', 'gpt-lr3e-4-seed2'])).toEqual(['seed1', 'seed2'])
    expect(differingParts(['gpt-lr3e-4-s1', 'gpt-lr1e-4-s2'])).toEqual(['lr3e-4-s1', 'lr1e-4-s2'])
    expect(differingParts(['run_seed_1', 'run_seed_2'])).toEqual(['seed_1', 'seed_2'])
    expect(differingParts(['a/qwen2.5-7b', 'a/qwen3.0-7b'])).toEqual(['qwen2.5', 'qwen3.0'])
  })

  it('marks what two kept parts have between them', () => {
    expect(differingParts(['x-lr1-bs8-seed1', 'x-lr2-bs8-seed2'])).toEqual([
      'lr1…seed1',
      'lr2…seed2',
    ])
  })

  it('drops what names of different lengths begin and end with', () => {
    expect(differingParts(['sft/base-v1/final', 'sft/lora-r16-v1/final'])).toEqual([
      'base',
      'lora-r16',
    ])
  })

  it('gives nothing where nothing is shared, or too little is left', () => {
    expect(differingParts(['cosine', 'linear'])).toBeNull()
    expect(differingParts(['a-b', 'a-b'])).toBeNull()
    expect(differingParts(['one'])).toBeNull()
    expect(differingParts([])).toBeNull()
  })

  it('tells apart whatever it shortens, in any order', () => {
    const word = fc.constantFrom('lr3e-4', 'seed', '1', '2', 'gpt', '', '2.5', 'e')
    const name = fc
      .array(fc.tuple(word, fc.constantFrom('-', '_', '.', ' ')), { maxLength: 5 })
      .map((parts) => parts.flat().join(''))
    fc.assert(
      fc.property(fc.uniqueArray(name, { maxLength: 6 }), (names) => {
        const short = differingParts(names)
        if (short === null) return
        expect(new Set(short).size).toBe(names.length)
        expect(differingParts(names.toReversed())).toEqual(short.toReversed())
      }),
    )
  })
})
