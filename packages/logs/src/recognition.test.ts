import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { builtInFormats } from './formats/builtIn.ts'
import { parseLog } from './parseLog.ts'
import { createLogParser } from './parser.ts'
import type { LogRecord } from './record.ts'
import { familySamples } from './testdata/familySamples.ts'

const samples = Array.from(familySamples, ([name, lines]) => ({ name, text: lines.join('\n') }))
/** Those whose lines are known for what they are, whatever else is in the log. */
const modest = ['key-value', 'loss_table', 'mnist', 'placed-dict']
const families = samples.filter(({ name }) => !modest.includes(name))
const stream = families.map(({ text }) => text).join('\r\n')
const runs = Number(process.env['RUNOFF_TRIALS'] ?? 60)

function inChunks(text: string, cuts: readonly number[]) {
  const places = [0, ...cuts.toSorted((a, b) => a - b), text.length]
  const parser = createLogParser()
  const records = places.slice(1).flatMap((to, index) => parser.push(text.slice(places[index], to)))
  return {
    records: [...records, ...parser.end()],
    formats: parser.formats,
    notices: parser.notices,
  }
}

/** What a record says, wherever it stands. */
function contentOf({ phase, step, epoch, metrics }: LogRecord) {
  return { phase, step, epoch, metrics }
}

describe('the formats together', () => {
  it('have a sample each', () => {
    expect(samples.map(({ name }) => name).toSorted()).toEqual(
      builtInFormats.map(({ name }) => name).toSorted(),
    )
  })

  it.each(samples)('know $name for what it is', ({ name, text }) => {
    const { records, formats } = parseLog(text)
    expect(formats).toEqual([name])
    expect(records.length).toBeGreaterThan(0)
  })

  it.each(families)(
    'leave the lines of $name to it, whatever stood before them',
    ({ name, text }) => {
      const alone = parseLog(text).records.map(contentOf)
      const others = families.filter((family) => family.name !== name).map((family) => family.text)
      const { records } = parseLog([...others, text].join('\n'))
      expect(records.slice(-alone.length).map(contentOf)).toEqual(alone)
    },
  )

  it('are all met in one stream', () => {
    const { formats, records } = parseLog(stream)
    expect(formats.toSorted()).toEqual(families.map(({ name }) => name).toSorted())
    const alone = families.map(({ text }) => parseLog(text).records.length)
    expect(records).toHaveLength(alone.reduce((sum, count) => sum + count))
  })

  it('give the same however the stream is cut, within colours, line ends and characters too', () => {
    const whole = parseLog(stream)
    fc.assert(
      fc.property(fc.array(fc.nat(stream.length), { maxLength: 60 }), (cuts) => {
        expect(inChunks(stream, cuts)).toEqual(whole)
      }),
      { numRuns: runs },
    )
    const everywhere = Array.from({ length: stream.length }, (_, index) => index)
    expect(inChunks(stream, everywhere)).toEqual(whole)
  })

  it('give the same however families take turns and the log is cut', () => {
    const lines = samples.flatMap(({ text }) => text.split('\n'))
    const end = fc.constantFrom('\n', '\r\n', '\r', '\u001B[0m\n', '\uD83D\uDE80\n')
    const log = fc
      .array(fc.tuple(fc.constantFrom(...lines), end), { maxLength: 60 })
      .map((parts) => parts.flat().join(''))
    fc.assert(
      fc.property(log, fc.array(fc.nat(4000), { maxLength: 30 }), (text, cuts) => {
        const inside = cuts.filter((cut) => cut < text.length)
        expect(inChunks(text, inside)).toEqual(parseLog(text))
      }),
      { numRuns: runs },
    )
  })

  it('throw at no damage to a line, and read no value that is not in it', () => {
    const lines = samples.flatMap(({ text }) => text.split('\n'))
    const piece = fc.string({ unit: fc.constantFrom(...Array.from(' :=|[](){}\'",-\u001B\uD83D')) })
    const damage = fc.tuple(fc.constantFrom(...lines), fc.nat(200), fc.nat(20), piece)
    fc.assert(
      fc.property(fc.array(damage, { maxLength: 12 }), (damages) => {
        const text = damages
          .map(([line, at, count, put]) => line.slice(0, at) + put + line.slice(at + count))
          .join('\n')
        for (const { line, metrics } of parseLog(text).records) {
          expect(line).toBeLessThanOrEqual(damages.length)
          expect([...metrics.values()].every((value) => typeof value === 'number')).toBe(true)
        }
      }),
      { numRuns: runs },
    )
  })

  it('make no record of source code, settings and sentences, alone or in a log of metrics', () => {
    const noise = [
      'import torch  # loss: 0.5 at step 3',
      'print0(f"step:{step}/{args.num_iterations} val_loss:{val_loss:.4f} step_avg:{t:.2f}ms")',
      'loss = criterion(outputs, labels) / accumulation',
      '  lr ........................... 0.0003',
      '  loss_scale: 1.0',
      'max_epochs=100, learning_rate=0.1, weight_decay=0.05',
      'model = dict(type="mmdet", loss=dict(type="L1Loss", loss_weight=1.0))',
      '+-------+------+\n| epoch | loss |\n+-------+------+',
      'Found 3 epochs of training, the best loss was 0.5 at step 12.',
      '|   0  N/A  N/A      1234      C   python                          3000MiB |',
    ]
    expect(parseLog(noise.join('\n')).records).toEqual([])
    const dict = "{'loss': 0.5, 'step': 10}"
    expect(parseLog([dict, ...noise, dict].join('\n')).records).toHaveLength(2)
  })

  it('keep what every rank prints, and say that it comes again', () => {
    const [line = ''] = familySamples.get('torchtitan') ?? []
    const { records, notices } = parseLog(`${line}\n${line.replace('rank0', 'rank1')}`)
    expect(records).toHaveLength(2)
    expect(notices.map(({ code }) => code)).toContain('repeated')
  })

  it('keep what a resumed run prints again, and say that steps go back', () => {
    const at = (step: number, loss: number) => `{'loss': ${loss}, 'step': ${step}}`
    const { records, notices } = parseLog([at(10, 3), at(20, 2), at(10, 2.5)].join('\n'))
    expect(records.map(({ step }) => step)).toEqual([10, 20, 10])
    expect(notices.map(({ code, line }) => [code, line])).toEqual([['steps-go-back', 3]])
  })
})
