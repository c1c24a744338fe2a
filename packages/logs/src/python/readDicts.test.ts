import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { readDicts } from './readDicts.ts'
import { otherValue, type PythonValue } from './value.ts'

function entriesOf(text: string): Record<string, PythonValue>[] {
  return readDicts(text).map(({ entries }) => Object.fromEntries(entries))
}

function valueOf(written: string): PythonValue | undefined {
  return readDicts(`{'a': ${written}, 'z': 1}`)[0]?.entries.get('a')
}

describe('readDicts', () => {
  it('finds nothing in an empty text, in an empty dict and in a set', () => {
    expect(readDicts('')).toEqual([])
    expect(readDicts('{}')).toEqual([])
    expect(readDicts("{'a', 'b'}")).toEqual([])
    expect(readDicts('no braces')).toEqual([])
  })

  it('reads keys and strings in both kinds of quotes, and JSON', () => {
    expect(entriesOf(`{'a': "it's", "b": '"'}`)).toEqual([{ a: "it's", b: '"' }])
    expect(entriesOf('{"loss":0.5,"x":null,"y":true}')).toEqual([{ loss: 0.5, x: null, y: true }])
  })

  it.each<[string, PythonValue]>([
    ['0.6909', 0.6909],
    ['-1', -1],
    ['1e-05', 0.00001],
    ['2.5E+3', 2500],
    ['5.', 5],
    ['.5', 0.5],
    ['nan', NaN],
    ['NaN', NaN],
    ['inf', Infinity],
    ['-inf', -Infinity],
    ['Infinity', Infinity],
    ['-Infinity', -Infinity],
    ['1e999', Infinity],
    ['None', null],
    ['null', null],
    ['True', true],
    ['False', false],
    ["''", ''],
    ["'-0.1716'", '-0.1716'],
    ['np.float64(0.91)', 0.91],
    ['np.float32(nan)', NaN],
    ["tensor(0.5, device='cuda:0', grad_fn=<NllLossBackward0>)", 0.5],
    ["Decimal('0.25')", 0.25],
    ["float('inf')", Infinity],
    ['array([0.5, 0.6])', otherValue],
    ['range(3)', otherValue],
    ['datetime.timedelta(seconds=3)', otherValue],
    ['tensor(0.5 + 1)', otherValue],
    ['[1, 2, {3: (4,)}]', otherValue],
    ["{'loss': 9}", otherValue],
    ['()', otherValue],
    ["<class 'list'>", otherValue],
    ['12.5GiB', otherValue],
  ])('reads the value %s', (written, expected) => {
    expect(valueOf(written)).toEqual(expected)
    expect(readDicts(`{'a': ${written}, 'z': 1}`)[0]?.entries.get('z')).toBe(1)
  })

  it('undoes escapes in keys and strings', () => {
    expect(entriesOf(String.raw`{'a\'b': '\n\x41\u00e9\U0001F600\\', "\/": "\q"}`)).toEqual([
      { "a'b": '\nAé😀\\', '/': 'q' },
    ])
    expect(entriesOf(String.raw`{'a': '\UFFFFFFFF'}`)).toEqual([{ a: String.raw`\UFFFFFFFF` }])
  })

  it('takes names of the prototype for keys like any other', () => {
    const [dict] = readDicts("{'__proto__': 1, 'constructor': 2}")
    expect([...(dict?.entries ?? [])]).toEqual([
      ['__proto__', 1],
      ['constructor', 2],
    ])
  })

  it('finds every dict of a line, whatever stands around it', () => {
    expect(entriesOf("  5%|▌ | 1/20 [00:01<00:19]{'a': 1}{'b': 2} INFO: {'c': 3}  60%|██")).toEqual(
      [{ a: 1 }, { b: 2 }, { c: 3 }],
    )
  })

  it('gives what stands before the break of a dict that is cut off, whole entries only', () => {
    expect(readDicts("{'a': 1, 'b': 2.")).toEqual([
      { entries: new Map([['a', 1]]), isClosed: false },
    ])
    expect(readDicts("{'a': 1, 'b")).toEqual([{ entries: new Map([['a', 1]]), isClosed: false }])
    expect(readDicts("{'a': 1,")).toEqual([{ entries: new Map([['a', 1]]), isClosed: false }])
    expect(readDicts("{'a': 1")).toEqual([])
  })

  it.each([
    ['in a key', "{'x': 1, 'y{'a': 1}"],
    ['in a number', "{'x': 1, 'y': 0.2{'a': 1}"],
    ['after a comma', "{'x': 1, {'a': 1}"],
    ['by a lost quote', "{'x': 1, 'y: 2} {'a': 1}"],
    ['by a lost bracket', "{'x': [1, 'y': 2} {'a': 1}"],
    ['at once', "{{'a': 1}"],
  ])('finds the dict behind one that is broken %s', (_, text) => {
    const closed = readDicts(text).filter(({ isClosed }) => isClosed)
    expect(closed.map(({ entries }) => [...entries])).toEqual([[['a', 1]]])
  })

  it('reads back whatever JSON writes', () => {
    const anyCodeUnit = fc.nat(0xffff).map((code) => String.fromCharCode(code))
    const key = fc.string({ unit: anyCodeUnit, maxLength: 6 })
    const text = fc.string({ maxLength: 6 })
    const value = fc.oneof(fc.double({ noNaN: true }), text, fc.boolean(), fc.constant(null))
    fc.assert(
      fc.property(fc.array(fc.tuple(key, value), { maxLength: 6 }), (pairs) => {
        const entries = new Map(pairs)
        const written = [...entries].map(
          ([key, item]) => `${JSON.stringify(key)}: ${JSON.stringify(item)}`,
        )
        const [dict] = readDicts(`noise {${written.join(', ')}} noise`)
        const expected = new Map(
          Array.from(entries, ([key, item]) => [key, JSON.parse(JSON.stringify(item))]),
        )
        expect(dict?.entries ?? new Map()).toEqual(expected)
      }),
    )
  })
})
