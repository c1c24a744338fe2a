import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { holdsControls, stripControls } from './stripControls.ts'

describe('stripControls', () => {
  it('gives a plain line back, blocks of a progress bar and tabs included', () => {
    expect(stripControls(' 10%|█▉ |\t1/10')).toBe(' 10%|█▉ |\t1/10')
  })

  it('takes colours out of the middle of a number', () => {
    expect(stripControls('\u001B[38;2;180;60;0mloss: 1\u001B[0m2.5\u001B[39m')).toBe('loss: 12.5')
  })

  it('takes out cursor moves, character sets, window titles and links', () => {
    expect(stripControls('\u001B[A\u001B[2K\u001B(B\u001B7a\u001BMb')).toBe('ab')
    expect(stripControls('\u001B]0;train.py\u0007a\u001B]8;;http://x\u001B\\b')).toBe('ab')
    expect(stripControls('\u009B31ma')).toBe('a')
  })

  it('takes out bells, backspaces, byte order marks and the NULs of UTF-16', () => {
    expect(stripControls("\uFEFF{\0'\0a\0'\0\u0007\b")).toBe("{'a'")
  })

  it('leaves a dict alone that follows a sequence which was cut off', () => {
    expect(stripControls("\u001B[{'loss': 1}")).toBe("{'loss': 1}")
    expect(stripControls("\u001B[38;2;{'loss': 1}")).toBe("{'loss': 1}")
    expect(stripControls("\u001B{'loss': 1}\u001B")).toBe("{'loss': 1}")
  })

  it('loses only the opening of a window title that has no end', () => {
    expect(stripControls("\u001B]0;{'loss': 1}")).toBe("0;{'loss': 1}")
    expect(stripControls("\u001B]0;\u001B[1m{'loss': 1}")).toBe("0;{'loss': 1}")
  })

  it('never adds a character, and has nothing to take from its own answer of whole sequences', () => {
    const piece = fc.constantFrom('a', '{', '\u001B[1m', '\u001B]0;t\u0007', '\0', '\uFEFF', '\b')
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const plain = pieces.filter((text) => text === 'a' || text === '{').join('')
        expect(stripControls(pieces.join(''))).toBe(plain)
      }),
    )
  })
})

describe('holdsControls', () => {
  it('says of a text whether anything would be taken out of it', () => {
    const texts = [
      '',
      'step: 1\t2\r\n',
      '\u001B[0m',
      'a\0b',
      '\u0007',
      '\b',
      '\u009B1m',
      '\uFEFF',
      'é損',
    ]
    expect(texts.map(holdsControls)).toEqual(texts.map((text) => stripControls(text) !== text))
  })
})
