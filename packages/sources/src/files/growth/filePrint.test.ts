import fc from 'fast-check'
import { expect, it } from 'vitest'
import { changeOf, printOf } from './filePrint.ts'

const blob = (text: string): Blob => new Blob([text])

it.each([
  ['is the same', 'abc', 'abc', 'grown'],
  ['goes on', 'abc', 'abcd', 'grown'],
  ['was emptied', 'abc', '', 'shorter'],
  ['was written anew', 'abc', 'abX', 'replaced'],
  ['is another that is longer', 'abc', 'Xbcd', 'replaced'],
  ['was empty', '', 'a', 'grown'],
])('knows a file that %s', async (_, before, after, change) => {
  expect(await changeOf(await printOf(blob(before)), blob(after))).toBe(change)
})

it('knows every file again that only grew', async () => {
  const text = fc.string({ maxLength: 3000, size: 'max' })
  await fc.assert(
    fc.asyncProperty(text, text, async (before, more) => {
      expect(await changeOf(await printOf(blob(before)), blob(before + more))).toBe('grown')
    }),
    { numRuns: 30 },
  )
})
