import { describe, expect, it } from 'vitest'
import { readMeasure, readNamed, withUnit } from './readNamed.ts'

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
