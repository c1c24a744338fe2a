import { describe, expect, it } from 'vitest'
import { loadPatternCompiler } from './compilePattern.ts'

const compile = await loadPatternCompiler()

function finds(source: string, text: string): boolean {
  const compiled = compile(source)
  if (compiled.kind === 'wrong') throw new Error(compiled.reason)
  return compiled.test(text)
}

describe('loadPatternCompiler', () => {
  it('gives expressions that find a part of a text, in capitals or not', () => {
    expect(finds('lr-[13]e-4', 'sft LR-3e-4 seed 1')).toBe(true)
    expect(finds('^seed', 'sft seed')).toBe(false)
    expect(finds('seed[12]$', 'sft seed2')).toBe(true)
  })

  it.each([
    ['(', 'missing closing )'],
    ['*', 'missing argument to repetition operator'],
    ['a{1001}', 'invalid repeat count'],
    ['(?=a)', 'invalid or unsupported Perl syntax'],
  ])('says what is wrong with %j', (source, reason) => {
    expect(compile(source)).toEqual({ kind: 'wrong', reason })
  })

  it('takes a time that grows with the text, where a backtracking engine would never end', () => {
    expect(finds('^(a+)+$', `${'a'.repeat(20_000)}b`)).toBe(false)
  })
})
