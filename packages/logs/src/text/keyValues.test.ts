import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findNumbers, splitPairs, type PairStyle } from './keyValues.ts'

describe('splitPairs', () => {
  it('reads pairs between pipes, with a key of several words', () => {
    const text = ' lm loss: 1.26E+01 | elapsed time per iteration (ms): 15165.9 | done |'
    expect(splitPairs(text, { between: '|', sign: ':' })).toEqual([
      ['lm loss', '1.26E+01'],
      ['elapsed time per iteration (ms)', '15165.9'],
    ])
  })

  it('reads pairs between dashes, and keeps the minus of a value', () => {
    const text = 'step:1 - critic/score/mean:-0.5 - actor/lr:0.001'
    expect(splitPairs(text, { between: ' - ', sign: ':' })).toEqual([
      ['step', '1'],
      ['critic/score/mean', '-0.5'],
      ['actor/lr', '0.001'],
    ])
  })

  it('takes the first word for the key where a blank is the sign', () => {
    expect(splitPairs('step 9 | mem 24.90 GiB', { between: '|', sign: ' ' })).toEqual([
      ['step', '9'],
      ['mem', '24.90 GiB'],
    ])
  })

  it('finds no pair in what has no sign, no key or no text', () => {
    expect(splitPairs('', { between: ',', sign: ':' })).toEqual([])
    expect(splitPairs('a, : 3, b', { between: ',', sign: ':' })).toEqual([])
  })

  it('finds what cutting the text at each separator finds', () => {
    const cut = (text: string, { between, sign }: PairStyle) =>
      text.split(between).flatMap((part) => {
        const trimmed = part.trim()
        const at = trimmed.indexOf(sign)
        const value = trimmed.slice(at + sign.length).trim()
        return at < 1 ? [] : [[trimmed.slice(0, at).trim(), value]]
      })
    const text = fc.string({ unit: fc.constantFrom(...'ab1:=,|- \t'.split('')), maxLength: 30 })
    const between = fc.constantFrom(',', ', ', '|', ' - ', '  ', ' ', '\t')
    fc.assert(
      fc.property(
        text,
        between,
        fc.constantFrom(':', ': ', '=', ' '),
        (written, separator, sign) => {
          const style = { between: separator, sign }
          expect(splitPairs(written, style)).toEqual(cut(written, style))
        },
      ),
      { numRuns: 1000 },
    )
  })
})

describe('findNumbers', () => {
  const pairsOf = (text: string, sign: ':' | '=') =>
    findNumbers(text, sign).map(({ name, value }) => [name, value])

  it('finds numbers behind names, whatever stands between them', () => {
    expect(pairsOf('[INFO] loss: 0.5, lr:1e-05 | mem : 5.5GB (tps: 1,280)', ':')).toEqual([
      ['loss', 0.5],
      ['lr', 0.00001],
      ['mem', 5.5],
      ['tps', 1280],
    ])
    expect(pairsOf('epoch=1 loss=nan, MemAllocated=5.53GB', '=')).toEqual([
      ['epoch', 1],
      ['loss', NaN],
      ['MemAllocated', 5.53],
    ])
  })

  it('takes no number from a time, a fraction, a version or a word', () => {
    expect(pairsOf('at: 12:30:05 eta: 2/500 ip: 10.0.0.1 on: 2024-05-01 a: b', ':')).toEqual([])
  })

  it('says where a name begins and a number ends', () => {
    expect(findNumbers('x loss: 0.5s', ':')).toEqual([
      { name: 'loss', value: 0.5, from: 2, end: 11 },
    ])
  })

  it('finds none in nothing, and none without a name', () => {
    expect(pairsOf('', ':')).toEqual([])
    expect(pairsOf(': 3, :: 4, "a": 5', ':')).toEqual([])
  })

  it('finds what was written, in its order', () => {
    const name = fc.stringMatching(/^[a-z][a-z0-9_/.@-]{0,8}$/)
    const value = fc.double({ noDefaultInfinity: true, noNaN: true })
    const separators = fc.constantFrom(', ', ' ', ' | ', '; ', '\t')
    fc.assert(
      fc.property(fc.array(fc.tuple(name, value)), separators, (pairs, separator) => {
        const text = pairs.map((pair) => pair.join('=')).join(separator)
        expect(pairsOf(text, '=')).toEqual(pairs.map(([key, number]) => [key, number + 0]))
      }),
    )
  })
})
