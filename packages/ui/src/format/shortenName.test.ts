import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shortenMiddle, shortenName } from './shortenName.ts'

const family = '👨‍👩‍👧‍👦'

describe('shortenName', () => {
  it('leaves a name that fits', () => {
    expect(shortenName('lr-3e-4 seed 2 abc', 18)).toBe('lr-3e-4 seed 2 abc')
  })

  it('cuts a longer one and counts the dots', () => {
    expect(shortenName('lr-3e-4 seed 2 abcd', 18)).toBe('lr-3e-4 seed 2 ab…')
  })

  it('counts what people see as one character', () => {
    expect(shortenName(family.repeat(4), 4)).toBe(family.repeat(4))
    expect(shortenName(family.repeat(5), 4)).toBe(`${family.repeat(3)}…`)
    expect(shortenName('e\u0301'.repeat(5), 3)).toBe(`${'e\u0301'.repeat(2)}…`)
  })

  it('cuts a pile of marks on one letter', () => {
    const pile = `a${'\u0316'.repeat(5000)}`
    expect(shortenName(pile, 18)).toBe(`a${'\u0316'.repeat(15)}`)
  })

  it('gives nothing but dots where there is no room', () => {
    expect(shortenName('abc', 1)).toBe('…')
    expect(shortenName('', 1)).toBe('')
  })

  it('is short, whatever the name, and the same when cut again', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.integer({ min: 1, max: 40 }),
        (name, max) => {
          const short = shortenName(name, max)
          expect(Array.from(new Intl.Segmenter('en').segment(short)).length).toBeLessThanOrEqual(
            max,
          )
          expect(shortenName(short, max)).toBe(short)
          expect(short === name || name.length > max).toBe(true)
        },
      ),
    )
  })
})

describe('shortenMiddle', () => {
  it('keeps the beginning and the end, where the names of a sweep differ', () => {
    expect(shortenMiddle('qwen2.5-7b-lora-r16-seed1', 12)).toBe('qwen2.…seed1')
    expect(shortenMiddle('lr-3e-4 seed 1', 14)).toBe('lr-3e-4 seed 1')
    expect(shortenMiddle(family.repeat(6), 5)).toBe(`${family.repeat(2)}…${family.repeat(2)}`)
  })

  it('is as long as it may be, whatever the name', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 40 }), (name, max) => {
        const short = shortenMiddle(name, max)
        const length = Array.from(new Intl.Segmenter('en').segment(short)).length
        expect(length).toBeLessThanOrEqual(max)
      }),
    )
  })
})
