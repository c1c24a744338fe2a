import { expect, it } from 'vitest'
import { codeAt } from './codeAt.ts'

it('gives the code of a character, and -1 at both ends', () => {
  expect([-1, 0, 1, 2].map((at) => codeAt('aš', at))).toEqual([-1, 97, 353, -1])
  expect(codeAt('', 0)).toBe(-1)
})
