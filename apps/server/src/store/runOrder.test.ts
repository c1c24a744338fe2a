import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cursorOf, nameKey, readCursor } from './runOrder.ts'

describe('nameKey', () => {
  it('puts letter case and the way of composing aside', () => {
    expect(nameKey('Cre\u0300ME')).toBe(nameKey('crème'))
  })

  it('is at most 200 characters, none of them cut', () => {
    const key = nameKey('\u{1f600}'.repeat(300))
    expect(key).toBe('\u{1f600}'.repeat(200))
  })
})

describe('a cursor', () => {
  const number = fc.nat()
  const metric = { metric: 'loss', of: 'min' } as const

  it('leads back to its place in every order', () => {
    const value = fc.oneof(fc.double({ noNaN: true }), fc.constant(null))
    fc.assert(
      fc.property(number, value, fc.string({ unit: 'binary' }), (at, key, name) => {
        const start = { number: at, key: key === null ? null : key + 0 }
        expect(readCursor(cursorOf(start), metric)).toEqual(start)
        const named = { number: at, key: name }
        expect(readCursor(cursorOf(named), 'name')).toEqual(named)
        const saved = { number: at, key: null }
        expect(readCursor(cursorOf(saved), 'saved')).toEqual(saved)
      }),
    )
  })

  it('is at most 2000 characters long', () => {
    const names = fc.string({ unit: 'binary', minLength: 200, maxLength: 400 })
    const lengthOf = (name: string): number =>
      cursorOf({ number: Number.MAX_SAFE_INTEGER, key: nameKey(name) }).length
    fc.assert(fc.property(names, (name) => lengthOf(name) <= 2000))
    expect(lengthOf('\0'.repeat(400))).toBeLessThanOrEqual(2000)
  })

  it('is refused in a sentence where it is any other text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(() => readCursor(text, 'saved')).toThrow(/^The cursor is none that this server gave/)
      }),
    )
  })

  it('is the beginning where there is none', () => {
    expect(readCursor(null, 'name')).toBeNull()
  })
})
