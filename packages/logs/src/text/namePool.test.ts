import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createNamePool } from './namePool.ts'

it('gives every name back as it is, whatever it is called', () => {
  const share = createNamePool()
  for (const name of ['loss', 'loss', '', '__proto__', 'constructor', '😀', '\uD83D', 'a\u202Eb']) {
    expect(share(name)).toBe(name)
  }
})

it('still gives names back when there are more of them than it remembers', () => {
  const share = createNamePool()
  for (let index = 0; index < 10_050; index += 1) expect(share(`m${index}`)).toBe(`m${index}`)
})

it('gives back a name that is too long to be remembered', () => {
  const share = createNamePool()
  const long = 'x'.repeat(100_000)
  for (const name of [long, long, `${long}y`]) expect(share(name)).toBe(name)
})

it('gives the part of a text that is asked for, whatever was asked before', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'š'), maxLength: 8 })
  const parts = fc.array(fc.tuple(text, fc.nat(8), fc.nat(8)), { maxLength: 40 })
  fc.assert(
    fc.property(parts, (asked) => {
      const share = createNamePool()
      for (const [whole, a, b] of asked) {
        const from = Math.min(a, b, whole.length)
        const end = Math.min(Math.max(a, b), whole.length)
        expect(share(whole, from, end)).toBe(whole.slice(from, end))
      }
    }),
  )
})
