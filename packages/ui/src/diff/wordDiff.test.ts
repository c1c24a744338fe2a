import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wordDiff } from './wordDiff.ts'

describe('wordDiff', () => {
  it('marks the words that were added and removed', () => {
    expect(wordDiff('be kind', 'be very kind')).toEqual([
      { kind: 'both', text: 'be ' },
      { kind: 'added', text: 'very ' },
      { kind: 'both', text: 'kind' },
    ])
    expect(wordDiff('', 'a')).toEqual([{ kind: 'added', text: 'a' }])
  })

  it('gives up on what is too long or too different', () => {
    expect(wordDiff('a', 'b'.repeat(20_001))).toBeNull()
    const words = (from: number): string =>
      Array.from({ length: 3000 }, (_, i) => `w${from + i}`).join(' ')
    expect(wordDiff(words(0), words(10_000).slice(0, 19_000))).toBeNull()
  })

  it('holds both texts whole', () => {
    const word = fc.constantFrom('a', 'b', ' ', '\n', 'be', '.', 'é')
    const text = fc.array(word, { maxLength: 20 }).map((words) => words.join(''))
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = wordDiff(before, after) ?? []
        const without = (kind: string): string =>
          parts
            .filter((part) => part.kind !== kind)
            .map((part) => part.text)
            .join('')
        expect(without('removed')).toBe(after)
        expect(without('added')).toBe(before)
      }),
    )
  })
})
