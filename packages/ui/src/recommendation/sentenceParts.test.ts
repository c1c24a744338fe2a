import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sentenceParts } from './sentenceParts.ts'

const name = (text: string): string => `\u2068${text}\u2069`

describe('sentenceParts', () => {
  it('tells names from the words around them', () => {
    expect(sentenceParts(`Keep ${name('a')} or ${name('b')}.`)).toEqual([
      { text: 'Keep ', isName: false },
      { text: 'a', isName: true },
      { text: ' or ', isName: false },
      { text: 'b', isName: true },
      { text: '.', isName: false },
    ])
  })

  it('takes a sentence without names as it is, and an empty one as nothing', () => {
    expect(sentenceParts('No run to compare.')).toEqual([
      { text: 'No run to compare.', isName: false },
    ])
    expect(sentenceParts('')).toEqual([])
    expect(sentenceParts(name('a'))).toEqual([{ text: 'a', isName: true }])
  })

  it('loses nothing, also of a translation that closes no name', () => {
    expect(sentenceParts('Keep \u2068a')).toEqual([{ text: 'Keep \u2068a', isName: false }])
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', ' ', '\u2068', '\u2069')), (characters) => {
        const whole = characters.join('')
        const bare = (text: string): string => text.replaceAll(/[\u2068\u2069]/g, '')
        const parts = sentenceParts(whole).map(({ text }) => text)
        expect(bare(parts.join(''))).toBe(bare(whole))
      }),
    )
  })
})
