import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { createLineSplitter } from './lineSplitter.ts'

type Stretch = readonly [text: string, number: number, isCut: boolean]

function split(chunks: readonly string[], maxLength = 1000): Stretch[] {
  const stretches: Stretch[] = []
  const splitter = createLineSplitter(maxLength, (...stretch) => stretches.push(stretch))
  for (const chunk of chunks) splitter.push(chunk)
  splitter.end()
  return stretches
}

describe('createLineSplitter', () => {
  it('gives nothing for an empty text', () => {
    expect(split([])).toEqual([])
    expect(split(['', ''])).toEqual([])
  })

  it('gives the last line although it has no line end', () => {
    expect(split(['a\nb'])).toEqual([
      ['a', 1, false],
      ['b', 2, false],
    ])
  })

  it('counts Windows line ends once, also where a chunk ends between the two characters', () => {
    expect(split(['a\r', '\nb\r\nc'])).toEqual([
      ['a', 1, false],
      ['b', 2, false],
      ['c', 3, false],
    ])
  })

  it('gives the frames of a progress bar one by one, all with the number of their line', () => {
    expect(split(['x\n\r 1%\r 2%{}\ny'])).toEqual([
      ['x', 1, false],
      [' 1%', 2, false],
      [' 2%{}', 2, false],
      ['y', 3, false],
    ])
  })

  it('counts empty lines, which it does not give', () => {
    expect(split(['\n\n\nd'])).toEqual([['d', 4, false]])
  })

  it('keeps the head of a line past the limit, and the whole of one that just fits', () => {
    expect(split(['abc', 'def\nabcd\nabcde'], 4)).toEqual([
      ['abcd', 1, true],
      ['abcd', 2, false],
      ['abcd', 3, true],
    ])
  })

  it('gives the same stretches however the text is cut into chunks', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'b', '\n', '\r', '\r\n', '😀'),
      maxLength: 60,
    })
    fc.assert(
      fc.property(text, fc.array(fc.nat(80)), (whole, cuts) => {
        const places = [0, ...cuts.toSorted((a, b) => a - b), whole.length]
        const chunks = places.slice(1).map((to, index) => whole.slice(places[index], to))
        expect(split(chunks, 5)).toEqual(split([whole], 5))
      }),
    )
  })
})
