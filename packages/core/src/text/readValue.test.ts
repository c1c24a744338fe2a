import { describe, expect, it } from 'vitest'
import { readNumber, readText } from './readValue.ts'

describe('readNumber', () => {
  it.each([
    ['0.5', 0.5],
    [' -1.5e-7 ', -1.5e-7],
    ['.5', 0.5],
    ['5.', 5],
    ['nan', NaN],
    ['-inf', -Infinity],
    ['Infinity', Infinity],
    ['1e999', Infinity],
    ['-0', -0],
    ['', null],
    ['1,280', null],
    ['0x10', null],
    ['12 h', null],
    [true, null],
    [null, null],
  ])('reads %j as %s', (text, number) => {
    expect(readNumber(text)).toBe(number)
  })
})

it('reads a bigint as the number it is', () => {
  expect(readNumber(7n)).toBe(7)
})

describe('readText', () => {
  it('takes blank text for missing', () => {
    expect([' ', '', null, {}, 3, 'a '].map(readText)).toEqual([null, null, null, null, '3', 'a '])
  })
})
