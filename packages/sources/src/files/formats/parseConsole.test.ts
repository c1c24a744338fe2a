import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Parsed } from './parsedFile.ts'
import { consoleReading } from './parseConsole.ts'

const { signal } = new AbortController()

const rowsOf = ({ content }: Parsed): readonly unknown[] =>
  'runs' in content ? content.runs.flatMap((run) => run.rows) : []

const frames = (epoch: number): string =>
  `Epoch ${epoch}/9\n 1/2 [===>..] - loss: 9.0\r 2/2 [======] - 1s 5ms/step - loss: ${epoch}.5 - val_loss: ${epoch}.25\n`

const logs: readonly (readonly [string, string])[] = [
  ['records of one line', "{'loss': 3.5, 'epoch': 1.0}\n{'loss': 2.5, 'epoch': 2.0}"],
  ['frames of a progress bar', [1, 2, 3].map(frames).join('')],
  [
    'lines that belong together',
    [1, 2, 3].map((i) => ` iteration ${i}/ 9 | lm loss: ${i}.0E+00 | grad norm: 1.0 |\n`).join(''),
  ],
]

describe('a console that goes on', () => {
  it.each(logs)('shows %s as if the log ended here, wherever that is', async (_, text) => {
    const cuts = fc.array(fc.nat(text.length), { maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(cuts, async (ends) => {
        const reading = consoleReading('train.log')
        for (const end of [...ends.toSorted((a, b) => a - b), text.length]) {
          const blob = new Blob([text.slice(0, end)])
          const shown = await reading.read(blob, { signal, isLast: false })
          const whole = await consoleReading('train.log').read(blob, { signal, isLast: true })
          expect(rowsOf(shown)).toEqual(rowsOf(whole))
        }
      }),
      { numRuns: 30 },
    )
  })

  it('shows every record of a log that is longer than what is looked at again', async () => {
    const text = Array.from({ length: 12_000 }, (_, i) => `{'loss': ${i}.5, 'epoch': ${i}.0}\n`)
    const reading = consoleReading('train.log')
    const half = new Blob([text.slice(0, 6000).join('')])
    expect(rowsOf(await reading.read(half, { signal, isLast: false }))).toHaveLength(6000)
    const whole = new Blob([text.join('').trimEnd()])
    expect(rowsOf(await reading.read(whole, { signal, isLast: false }))).toHaveLength(12_000)
  })
})
