import { expect, it } from 'vitest'
import { finish, scaled, type Work } from './work.ts'

function* counted(): Work<string> {
  yield 0
  yield 0.5
  yield 1
  return 'done'
}

it('does work to its end', () => {
  expect(finish(counted())).toBe('done')
})

it('takes the progress of a part for that of the whole', () => {
  expect([...scaled(counted(), [0.2, 0.6])]).toEqual([0.2, 0.4, 0.6])
  expect(finish(scaled(counted(), [0.2, 0.6]))).toBe('done')
})
