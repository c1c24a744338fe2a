import { describe, expect, it } from 'vitest'
import { findCount, readCountAt } from './readCount.ts'

describe('findCount', () => {
  it('finds the number right behind a word, and says where both stand', () => {
    expect(findCount('at step:    10/500 loss', 'step:')).toEqual({ value: 10, from: 3, end: 14 })
  })

  it('passes over the word where no number follows, and where it is the tail of another', () => {
    expect(findCount('step:{step} global_step: 3 step: 4', 'step:')?.value).toBe(4)
  })

  it.each(['', 'step:', 'step: x', 'my_step: 3', 'a/step: 3', 'step 3'])(
    'finds none in %j',
    (text) => {
      expect(findCount(text, 'step:')).toBeNull()
    },
  )

  it('looks from the place it is told to', () => {
    expect(findCount('step:1 step:2', 'step:', 1)?.value).toBe(2)
  })
})

describe('readCountAt', () => {
  it('reads past blanks, and gives null where something else stands', () => {
    expect(readCountAt('[  7/391]', 1)?.value).toBe(7)
    expect(readCountAt('[-7]', 1)).toBeNull()
    expect(readCountAt('', 0)).toBeNull()
  })
})
