import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readMeasure, readNamed, withUnit } from './readNamed.ts'
import { readNumber } from './readNumber.ts'

describe('readMeasure', () => {
  it.each([
    ['24.90 GiB', 24.9, 'GiB'],
    ['-100.00%', -100, '%'],
    ['3286.79ms', 3286.79, 'ms'],
    ['nanms', NaN, 'ms'],
    ['+nanz', NaN, 'z'],
    ['-infz', -Infinity, 'z'],
    ['7', 7, ''],
  ])('reads %j', (text, value, unit) => {
    expect(readMeasure(text)).toEqual({ value, unit })
  })

  it.each(['', 'ms', 'banms', 'N/A', 'None'])('reads none from %j', (text) => {
    expect(readMeasure(text)).toBeNull()
  })
})

describe('readNamed', () => {
  it.each([
    ['loss 4.2', 'loss', 4.2, ''],
    [' train loss: 4.2 ', 'train loss', 4.2, ''],
    ['time 32.9ms', 'time', 32.9, 'ms'],
    ['iter time: 32.9 ms', 'iter time', 32.9, 'ms'],
    ['loss nan', 'loss', NaN, ''],
  ])('reads %j', (text, name, value, unit) => {
    expect(readNamed(text)).toEqual({ name, value, unit })
  })

  it.each(['', 'loss', '4.2', ': 4.2', 'loss N/A', 'eta 3:00:00', 'loss 4.2 then 5 more', 'a 1/2'])(
    'reads none from %j',
    (text) => {
      expect(readNamed(text)).toBeNull()
    },
  )
})

it('writes a unit as a word of the name', () => {
  expect(withUnit('mfu', '%')).toBe('mfu_percent')
  expect(withUnit('time', 'ms')).toBe('time_ms')
  expect(withUnit('loss', '')).toBe('loss')
})

it('reads what cutting the text into words reads', () => {
  const byWords = (text: string, count: number) => {
    const words = text.trim().split(/\s+/)
    const before = words.slice(0, -count)
    const measure = readMeasure(words.slice(-count).join(' '))
    const isUnit = /^[a-zA-Z%/]{0,12}$/.test(measure?.unit ?? '?')
    if (measure === null || !isUnit || before.some((word) => readNumber(word) !== null)) return null
    const name = before.join(' ').replace(/ ?:$/, '')
    return name === '' ? null : { name, ...measure }
  }
  const word = fc.constantFrom(
    ...'loss time: : 4.2 -1 nan nanms +nanz 5% ms s % GiB/s 1,280 3:00'.split(' '),
  )
  const blank = fc.constantFrom(' ', '  ', '\t', '', '\u00A0')
  const text = fc.array(fc.tuple(blank, word), { maxLength: 5 })
  fc.assert(
    fc.property(text, (pieces) => {
      const written = pieces.flat().join('')
      expect(readNamed(written)).toEqual(byWords(written, 1) ?? byWords(written, 2))
    }),
    { numRuns: 2000 },
  )
})
