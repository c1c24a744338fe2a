import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Parsed, ParsedRun } from '../formats/parsedFile.ts'
import {
  bytesOf,
  double,
  doubleBytes,
  float,
  floatBytes,
  int,
  part,
  type Part,
} from '../testdata/encodeProto.ts'
import { event, record, sessionStart, simple, tensor, version } from '../testdata/eventFiles.ts'
import { eventReading } from './eventReading.ts'

const { signal } = new AbortController()

function read(...parts: readonly Uint8Array[]): Promise<Parsed> {
  return eventReading().read(new Blob([bytesOf(...parts)]), { signal, isLast: true })
}

function runOf({ content }: Parsed): ParsedRun {
  const run = 'runs' in content ? content.runs[0] : undefined
  if (run === undefined) throw new Error('no run')
  return run
}

const points = (parsed: Parsed): readonly unknown[] =>
  runOf(parsed).rows.map(({ step, metrics }) => [step, ...metrics])

const codes = ({ notices }: Parsed): readonly string[] => notices.map(({ code }) => code)

describe('eventReading', () => {
  it('reads scalars with their steps and their wall times', async () => {
    const parsed = await read(version, event(0, simple('loss', 0)), event(7, simple('loss', 0.1)))
    expect(points(parsed)).toEqual([
      [0, ['loss', 0]],
      [7, ['loss', Math.fround(0.1)]],
    ])
    expect(runOf(parsed).rows[1]?.timeMs).toBe(1_700_000_007_000)
    expect(parsed.notices).toEqual([])
  })

  it('keeps values that are not finite', async () => {
    const values = [NaN, Infinity, -Infinity, -0]
    const parsed = await read(...values.map((value, i) => event(i, simple('a', value))))
    expect(runOf(parsed).rows.map(({ metrics }) => metrics.get('a'))).toEqual(values)
  })

  const shape = part(2)
  it.each<readonly [string, Part, number]>([
    ['float_val', bytesOf(int(1, 1), shape, float(5, 0.5)), 0.5],
    ['packed floats', bytesOf(int(1, 1), shape, part(5, floatBytes(0.5))), 0.5],
    ['tensor_content of a float', bytesOf(int(1, 1), shape, part(4, floatBytes(0.25))), 0.25],
    ['a double', bytesOf(int(1, 2), shape, double(6, 0.1)), 0.1],
    ['the content of a double', bytesOf(int(1, 2), part(4, doubleBytes(0.1))), 0.1],
    ['a negative int32', bytesOf(int(1, 3), shape, part(7, Uint8Array.of(0x7f))), 127],
    ['an int64', bytesOf(int(1, 9), shape, int(10, -5)), -5],
    ['a truth', bytesOf(int(1, 10), shape, int(11, 1)), 1],
    ['a half', bytesOf(int(1, 19), shape, int(13, 0x3800)), 0.5],
    ['a half that is not a number', bytesOf(int(1, 19), shape, int(13, 0x7e00)), NaN],
    ['the smallest half', bytesOf(int(1, 19), part(4, Uint8Array.of(1, 0))), 2 ** -24],
    ['a bfloat16', bytesOf(int(1, 14), shape, int(13, 0x3fc0)), 1.5],
    ['a uint8', bytesOf(int(1, 4), part(4, Uint8Array.of(200))), 200],
  ])('reads a tensor that holds %s', async (_, proto, value) => {
    const parsed = await read(event(1, tensor('a', proto)))
    expect(points(parsed)).toEqual([[1, ['a', value]]])
  })

  it('knows the plugin of a tag from its first value', async () => {
    const proto = bytesOf(int(1, 1), float(5, 2))
    const parsed = await read(event(1, tensor('a', proto)), event(2, tensor('a', proto, null)))
    expect(points(parsed)).toEqual([
      [1, ['a', 2]],
      [2, ['a', 2]],
    ])
  })

  it('takes no text, picture or vector for a scalar', async () => {
    const vector = bytesOf(int(1, 1), part(2, part(2, int(1, 1))), float(5, 2))
    const parsed = await read(
      event(1, tensor('vector', vector)),
      event(1, tensor('text', bytesOf(int(1, 7), part(8, 'hello')), 'text')),
      event(1, tensor('other', bytesOf(int(1, 1), float(5, 2)), 'images')),
      event(1, part(1, part(1, 'histo'), part(5, double(1, 0)))),
    )
    expect(points(parsed)).toEqual([])
  })

  it('reads hyperparameters, the group, and how the run ended', async () => {
    const lr = part(1, part(1, 'lr'), part(2, double(2, 0.1)))
    const name = part(1, part(1, 'model'), part(2, part(3, 'small')))
    const start = part(2, part(3, lr, name, part(4, 'sweep'), double(5, 1_700_000_000)))
    const end = part(2, part(4, int(1, 1), double(2, 1_700_000_060)))
    const said = (content: Part): Part =>
      event(0, part(1, part(1, '_hparams_/x'), part(9, part(1, part(1, 'hparams'), content))))
    const run = runOf(await read(said(start), said(end)))
    expect(run.config).toEqual({ lr: 0.1, model: 'small' })
    expect(run.facts).toEqual({
      group: 'sweep',
      status: 'completed',
      startedAtMs: 1_700_000_000_000,
      endedAtMs: 1_700_000_060_000,
    })
  })

  it('places scalars at the epoch that was logged with their step', async () => {
    const parsed = await read(event(5, simple('loss', 1)), event(5, simple('epoch', 2)))
    expect(runOf(parsed).rows[0]?.epoch).toBe(2)
  })
})

describe('a file that is damaged', () => {
  const whole = [version, event(1, simple('a', 1)), event(2, simple('a', 2))]

  it('holds what it held before the place where it is cut', async () => {
    const bytes = bytesOf(...whole)
    for (let end = 0; end <= bytes.length; end++) {
      const parsed = await read(bytes.subarray(0, end))
      const ends = [version.length, version.length + (whole[1]?.length ?? 0), bytes.length]
      const count = ends.slice(1).filter((each) => each <= end).length
      expect(points(parsed)).toHaveLength(count)
      expect(codes(parsed)).toEqual([0, ...ends].includes(end) ? [] : ['cut-file'])
    }
  })

  it('loses only a record whose data is damaged', async () => {
    const bad = event(5, simple('a', 5)).map((byte, i) => (i === 20 ? byte ^ 1 : byte))
    const parsed = await read(...whole, bad, event(6, simple('a', 6)))
    expect(points(parsed)).toEqual([1, 2, 6].map((step) => [step, ['a', step]]))
    expect(codes(parsed)).toEqual(['bad-record'])
  })

  it('ends before a record whose length is damaged', async () => {
    const bad = event(5, simple('a', 5)).map((byte, i) => (i === 3 ? 255 : byte))
    const parsed = await read(...whole, bad, event(6, simple('a', 6)))
    expect(points(parsed)).toHaveLength(2)
    expect(codes(parsed)).toEqual(['bad-record'])
  })

  it('is read to its end where a record is no event', async () => {
    const parsed = await read(record(Uint8Array.of(0xff, 0xff)), ...whole)
    expect([points(parsed).length, ...codes(parsed)]).toEqual([2, 'bad-record'])
  })

  it('never fails, whatever bytes are changed', async () => {
    const bytes = bytesOf(...whole)
    const isSound = fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(255), async (at, byte) => {
      const other = bytes.slice()
      other[at] = byte
      expect(points(await read(other)).length).toBeLessThanOrEqual(2)
    })
    await fc.assert(isSound)
  })
})

describe('a file that grows', () => {
  it('is read on from where it ended, also within a record', async () => {
    const bytes = bytesOf(version, ...[1, 2, 3].map((step) => event(step, simple('a', step))))
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(bytes.length), { maxLength: 4 }), async (cuts) => {
        const reading = eventReading()
        for (const end of cuts.toSorted((a, b) => a - b)) {
          await reading.read(new Blob([bytes.slice(0, end)]), { signal, isLast: false })
        }
        const parsed = await reading.read(new Blob([bytes]), { signal, isLast: true })
        expect(points(parsed)).toEqual([1, 2, 3].map((step) => [step, ['a', step]]))
      }),
    )
  })

  it('remembers where its writer started anew', async () => {
    const parsed = await read(event(1, simple('a', 1)), sessionStart(1), event(1, simple('a', 2)))
    expect(runOf(parsed).restarts).toEqual([{ row: 1, step: 1 }])
  })
})
