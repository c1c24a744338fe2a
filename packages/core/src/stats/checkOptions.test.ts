import { describe, expect, it } from 'vitest'
import { RunoffError } from '../errors.ts'
import { checkDraws, levelOf } from './checkOptions.ts'

describe('levelOf', () => {
  it('is 95 % unless told otherwise', () => {
    expect(levelOf({})).toBe(0.95)
    expect(levelOf({ level: 0.5 })).toBe(0.5)
  })

  it.each([0, 1, -0.1, 95, NaN])('refuses %d, and says what to pass', (level) => {
    expect(() => levelOf({ level })).toThrow(RunoffError)
    expect(() => levelOf({ level })).toThrow(`got ${level}. Pass 0.95 for 95 %.`)
  })
})

describe('checkDraws', () => {
  it('passes on a whole number of at least 1', () => {
    expect(checkDraws(1)).toBe(1)
    expect(checkDraws(500)).toBe(500)
  })

  it.each([0, -1, 1.5, NaN, Infinity])('refuses %d', (draws) => {
    expect(() => checkDraws(draws)).toThrow(RunoffError)
    expect(() => checkDraws(draws)).toThrow(`got ${draws}`)
  })
})
