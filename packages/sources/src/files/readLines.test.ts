import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readLines } from './readLines.ts'

async function linesOf(pieces: readonly string[]): Promise<readonly string[]> {
  const lines: string[] = []
  async function* give(): AsyncGenerator<string> {
    yield* pieces
  }
  for await (const line of readLines(give())) lines.push(line)
  return lines
}

it('gives the same lines however the text is cut', async () => {
  const text = fc
    .array(fc.constantFrom('a', 'b', '\n', '\r', '\r\n', 'é'))
    .map((parts) => parts.join(''))
  await fc.assert(
    fc.asyncProperty(text, fc.array(fc.nat(40)), async (whole, cuts) => {
      const places = [0, ...cuts.toSorted((a, b) => a - b), whole.length]
      const pieces = places.map((place, i) => whole.slice(place, places[i + 1]))
      const lines = whole.split('\n').map((line) => line.replace(/\r$/, ''))
      if (whole.endsWith('\n') || whole === '') lines.pop()
      expect((await linesOf(pieces)).join('|')).toBe(lines.join('|'))
    }),
  )
})

it('cuts a line that has no end', async () => {
  const pieces = Array.from({ length: 20 }, () => 'x'.repeat(1024 * 1024))
  const [line] = await linesOf(pieces)
  expect(line?.length).toBeLessThan(6 * 1024 * 1024)
})
