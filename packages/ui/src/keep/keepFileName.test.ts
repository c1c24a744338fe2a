import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keepFileName } from './keepFileName.ts'

const parts = {
  part: 'summary',
  madeAtMs: Date.UTC(2026, 10, 21, 8, 32, 5),
  ending: 'csv',
} as const

describe('keepFileName', () => {
  it('says what a file is of, which part of it, and when it was made', () => {
    expect(keepFileName('Char LM / seeds', parts)).toBe(
      'char-lm-seeds-summary-2026-11-21-083205.csv',
    )
    expect(keepFileName('比較', parts)).toBe('比較-summary-2026-11-21-083205.csv')
  })

  it('holds nothing that a system or a shell makes something of, whatever the title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (title) => {
        const name = keepFileName(title, parts)
        expect(name).toMatch(/^[\p{L}\p{M}\p{N}-]+\.csv$/u)
        expect(name).not.toMatch(/^-/)
        expect(Array.from(name).length).toBeLessThan(100)
      }),
    )
    expect(keepFileName('../../etc/passwd', parts)).toBe('etc-passwd-summary-2026-11-21-083205.csv')
    expect(keepFileName('', parts)).toBe('summary-2026-11-21-083205.csv')
  })
})
