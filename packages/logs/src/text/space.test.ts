import fc from 'fast-check'
import { expect, it } from 'vitest'
import { spaceEnd, spaceStart } from './space.ts'

it('takes away what trim takes away, whatever the text', () => {
  const unit = fc.constantFrom(
    ...' \t\v\f\u00A0\u1680\u2003\u2028\u202F\u3000\uFEFFa1\u200B\u0085'.split(''),
  )
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 12 }), (text) => {
      const from = spaceEnd(text, 0, text.length)
      expect(text.slice(from, spaceStart(text, from, text.length))).toBe(text.trim())
    }),
  )
})

it('looks no further than it is told to', () => {
  expect(spaceEnd('   ', 1, 2)).toBe(2)
  expect(spaceStart('   ', 1, 2)).toBe(1)
})
