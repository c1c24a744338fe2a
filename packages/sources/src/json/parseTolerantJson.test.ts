import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseTolerantJson } from './parseTolerantJson.ts'

const bad = { name: 'RunoffError', code: 'bad-log' }

describe('parseTolerantJson', () => {
  it('reads the bare words that Python writes', () => {
    expect(parseTolerantJson('{"a": NaN, "b": [Infinity, -Infinity, 1e999], "c": "NaN"}')).toEqual({
      a: NaN,
      b: [Infinity, -Infinity, Infinity],
      c: 'NaN',
    })
  })

  it('reads any JSON as JSON.parse does, with a NaN beside it', () => {
    fc.assert(
      fc.property(fc.json({ noUnicodeString: false }), (json) => {
        expect(parseTolerantJson(`[NaN, ${json} ,\n{"x" :${json}}]`)).toEqual([
          NaN,
          JSON.parse(json),
          { x: JSON.parse(json) },
        ])
      }),
    )
  })

  it.each([
    ['[NaN,]'],
    ['[,NaN]'],
    ['{"a":NaN,}'],
    ['[NaN'],
    ['{a: NaN}'],
    ["{'a': NaN}"],
    ['[01, NaN]'],
    ['[NaN NaN]'],
    ['[+NaN]'],
    ['[NaN] x'],
    ['{"a" NaN}'],
    ['{"a": NaN "b": 1}'],
    ['["\n", NaN]'],
    ['[.5, NaN]'],
    ['[1., NaN]'],
    ['[nAn]'],
    ['"NaN'],
    ['{"a":}NaN'],
    [''],
    ['NaN,'],
    ['[TRUE, NaN]'],
  ])('refuses %j, as JSON.parse does, bare words aside', (text) => {
    expect(() => parseTolerantJson(text)).toThrow(expect.objectContaining(bad))
  })

  it('throws nothing but a RunoffError, wherever a text is cut', () => {
    const text = '{"__proto__": {"x": NaN}, "b": [1, -Infinity, "a\\"b\\u00e9"], "c": null}'
    for (let end = 0; end < text.length; end++) {
      expect(() => parseTolerantJson(text.slice(0, end))).toThrow(expect.objectContaining(bad))
    }
  })

  it('takes __proto__ for a name like any other', () => {
    const value = parseTolerantJson('{"__proto__": {"polluted": NaN}}')
    expect(Object.keys(value ?? {})).toEqual(['__proto__'])
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype)
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })

  it('refuses a text that is nested without end, before the stack does', () => {
    const deep = `${'['.repeat(200_000)}NaN`
    expect(() => parseTolerantJson(deep)).toThrow(expect.objectContaining(bad))
  })
})
