import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadPatternCompiler } from './compilePattern.ts'
import { markedParts, noMarks, wordMarks, type FindMarks } from './markedParts.ts'

const shown = (text: string, findMarks: FindMarks): string =>
  markedParts(text, findMarks(text))
    .map(({ text: part, isMarked }) => (isMarked ? `[${part}]` : part))
    .join('')

describe('markedParts', () => {
  it('marks every word wherever it stands, in capitals or not', () => {
    expect(shown('LoRA r16 lora', wordMarks(['lora']))).toBe('[LoRA] r16 [lora]')
  })

  it('makes one mark of those that overlap or touch', () => {
    expect(shown('seed seeds', wordMarks(['see', 'eeds']))).toBe('[see]d [seeds]')
    expect(shown('abcd', wordMarks(['ab', 'cd']))).toBe('[abcd]')
  })

  it('marks nothing for nothing', () => {
    expect(shown('lora', noMarks)).toBe('lora')
    expect(shown('lora', wordMarks([]))).toBe('lora')
    expect(shown('', wordMarks(['x']))).toBe('')
  })

  it('marks nothing in a text whose letters are longer in lower case', () => {
    expect(shown('İİ lora', wordMarks(['lora']))).toBe('İİ lora')
  })

  it('loses and adds no character', () => {
    const words = fc.array(fc.string({ minLength: 1, maxLength: 2 }))
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), words, (text, given) => {
        const parts = markedParts(text, wordMarks(given)(text))
        expect(parts.map((part) => part.text).join('')).toBe(text)
        expect(parts.some((part) => part.text === '')).toBe(false)
      }),
    )
  })

  it('marks what a regular expression matches, and no empty match', async () => {
    const compile = await loadPatternCompiler()
    const marksOf = (source: string): FindMarks => {
      const compiled = compile(source)
      return compiled.kind === 'pattern' ? compiled.findMarks : noMarks
    }
    expect(shown('lr-3e-4 / seed 1', marksOf('[0-9]e'))).toBe('lr-[3e]-4 / seed 1')
    expect(shown('aab', marksOf('a*'))).toBe('[aa]b')
  })
})
