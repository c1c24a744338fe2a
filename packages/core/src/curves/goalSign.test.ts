import { expect, it } from 'vitest'
import { goalSign } from './goalSign.ts'

it('makes lower better', () => {
  expect(goalSign('min')).toBe(1)
  expect(goalSign('max')).toBe(-1)
})

it('refuses what is no goal', () => {
  expect(() => goalSign('higher' as 'max')).toThrow(
    expect.objectContaining({
      code: 'bad-option',
      message: expect.stringMatching(/"min" or "max".*"higher".*accuracy/),
    }),
  )
})
