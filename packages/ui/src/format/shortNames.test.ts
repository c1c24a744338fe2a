import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { charactersOf, shortenName } from './shortenName.ts'
import { shortNames } from './shortNames.ts'

const short = (names: readonly string[], max: number): string[] => {
  const all = shortNames(names, max)
  return names.map((name) => all.get(name) ?? 'missing')
}

describe('shortNames', () => {
  it('shows what differs between the runs of a sweep', () => {
    const sweep = ['llama-lr3e-3-seed2', 'llama-lr3e-3-seed3', 'llama-lr3e-4-seed2']
    expect(short(sweep, 18)).toEqual(sweep)
    expect(short(sweep, 14)).toEqual(['…lr3e-3-seed2', '…lr3e-3-seed3', '…lr3e-4-seed2'])
    expect(short(sweep.slice(0, 2), 14)).toEqual(
      sweep.slice(0, 2).map((own) => own.replace('llama-', '…')),
    )
  })

  it('leaves what fits, and cuts the end where that suffices', () => {
    expect(short(['a', 'baseline', 'a-run-with-a-long-name'], 14)).toEqual([
      'a',
      'baseline',
      'a-run-with-a-…',
    ])
    expect(short([], 14)).toEqual([])
  })

  it('keeps what differs in the middle, and at both ends', () => {
    expect(
      short(['outputs/qwen-lora-lr3e-4-r16-final', 'outputs/qwen-lora-lr1e-4-r16-final'], 14),
    ).toEqual(['…lora-lr3e-4-…', '…lora-lr1e-4-…'])
    const ends = ['alpha', 'beta'].flatMap((model) =>
      [1, 2].map((seed) => `${model}${'x'.repeat(30)}seed${seed}`),
    )
    expect(new Set(short(ends, 14)).size).toBe(4)
    const inside = ['a', 'b'].map((own) => `${'x'.repeat(40)}${own}${'y'.repeat(40)}`)
    expect(new Set(short(inside, 14)).size).toBe(2)
  })

  it('cuts no character in two', () => {
    const family = '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}'
    const [first, second] = short([`${family.repeat(20)}a`, `${family.repeat(20)}b`], 14)
    expect(first?.replaceAll(family, '')).toBe('…a')
    expect(second?.replaceAll(family, '')).toBe('…b')
  })

  const word = fc.constantFrom(
    'lr3e-4',
    'lr1e-4',
    'seed',
    'llama',
    '-',
    '_',
    '1',
    '2',
    'é',
    'שלום',
    '😀',
  )
  const name = fc.array(word, { maxLength: 14 }).map((words) => words.join(''))
  const anyNames = fc.array(fc.oneof(name, fc.string({ maxLength: 40 })), { maxLength: 8 })

  it('is never longer than there is room, nor worse than cutting the end', () => {
    fc.assert(
      fc.property(anyNames, fc.constantFrom(1, 5, 14, 18), (names, max) => {
        const all = shortNames(names, max)
        const cut = new Set(names.map((own) => shortenName(own, max)))
        expect(new Set(all.values()).size).toBeGreaterThanOrEqual(cut.size)
        for (const text of all.values()) {
          expect(charactersOf(text).length).toBeLessThanOrEqual(max)
        }
        const fits = [...all.keys()].filter((whole) => charactersOf(whole).length <= max)
        expect(fits.map((whole) => all.get(whole))).toEqual(
          fits.map((whole) => shortenName(whole, max)),
        )
      }),
    )
  })

  it('gives the same in any order', () => {
    fc.assert(
      fc.property(anyNames, (names) => {
        expect(shortNames(names.toReversed(), 14)).toEqual(shortNames(names, 14))
      }),
    )
  })

  it('tells names apart that differ by one part', () => {
    const parts = fc.tuple(
      name,
      fc.uniqueArray(fc.integer({ min: 10, max: 99 }), { minLength: 2, maxLength: 8 }),
      name,
    )
    fc.assert(
      fc.property(parts, fc.constantFrom(14, 18), ([before, seeds, after], max) => {
        const names = seeds.map((seed) => `${before}-seed${seed}-${after}`)
        expect(new Set(short(names, max)).size).toBe(seeds.length)
      }),
    )
  })
})
