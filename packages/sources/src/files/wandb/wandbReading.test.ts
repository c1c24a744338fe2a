import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Parsed, ParsedRun } from '../formats/parsedFile.ts'
import { bytesOf, int, part } from '../testdata/encodeProto.ts'
import { config, exit, history, run, summary, wandbFile } from '../testdata/wandbFiles.ts'
import { wandbReading } from './wandbReading.ts'

const { signal } = new AbortController()

function read(bytes: Uint8Array<ArrayBuffer>): Promise<Parsed> {
  return wandbReading().read(new Blob([bytes]), { signal, isLast: true })
}

function runOf({ content }: Parsed): ParsedRun {
  const [found] = 'runs' in content ? content.runs : []
  if (found === undefined) throw new Error('no run')
  return found
}

const rowsOf = (parsed: Parsed): readonly unknown[] =>
  runOf(parsed).rows.map(({ step, metrics }) => [step, Object.fromEntries(metrics)])

describe('wandbReading', () => {
  it('reads the history, the settings, the summary and the end of a run', async () => {
    const parsed = await read(
      wandbFile(
        run('quiet-hill-3', 'sweep-a'),
        config({ lr: 0.1, model: { layers: 2 }, _wandb: { x: 1 } }),
        history(0, { loss: 2, _timestamp: 1_700_000_000.5, _runtime: 1 }),
        history(1, { loss: NaN }),
        summary({ loss: 1, best: 0.5, epoch: 3, _step: 1 }),
        exit(0),
      ),
    )
    expect(rowsOf(parsed)).toEqual([
      [0, { loss: 2 }],
      [1, { loss: NaN }],
      [null, { loss: 1, best: 0.5 }],
    ])
    const { facts, config: settings, rows } = runOf(parsed)
    expect(rows[0]?.timeMs).toBe(1_700_000_000_500)
    expect(settings).toEqual({ lr: 0.1, model: { layers: 2 } })
    expect(facts).toMatchObject({ name: 'quiet-hill-3', group: 'sweep-a', status: 'completed' })
    expect(facts.tags?.get('project')).toBe('demo')
  })

  it('says that a run failed whose exit code says so, and nothing of one without an end', async () => {
    expect(runOf(await read(wandbFile(exit(1)))).facts.status).toBe('failed')
    expect(runOf(await read(wandbFile(history(0, { a: 1 })))).facts.status).toBeNull()
  })

  it('places metrics by the step that was logged with them', async () => {
    const parsed = await read(
      wandbFile(
        history(0, { 'train/loss': 3, 'train/global_step': 500, 'train/epoch': 0.5 }),
        history(1, { 'eval/loss': 2, 'train/global_step': 600, 'train/epoch': 1 }),
      ),
    )
    expect(rowsOf(parsed)).toEqual([
      [500, { 'train/loss': 3 }],
      [600, { 'eval/loss': 2 }],
    ])
    expect(runOf(parsed).rows.map(({ epoch }) => epoch)).toEqual([0.5, 1])
  })

  it('places metrics by the one that the script named for them', async () => {
    const rule = part(12, part(2, 'eval/*'), part(4, 'batch'))
    const goal = part(12, part(1, 'eval/score'), int(8, 2))
    const parsed = await read(
      wandbFile(rule, goal, history(0, { 'eval/score': 1, batch: 40, loss: 2 })),
    )
    expect(rowsOf(parsed)).toEqual([
      [40, { 'eval/score': 1 }],
      [0, { batch: 40, loss: 2 }],
    ])
    expect(runOf(parsed).facts.tags?.get('goal/eval/score')).toBe('max')
  })

  it('takes the numbers inside a record by their path, and no picture', async () => {
    const parsed = await read(
      wandbFile(history(0, { a: { b: 1, c: { d: 2 } }, image: { _type: 'image-file', size: 9 } })),
    )
    expect(rowsOf(parsed)).toEqual([[0, { 'a.b': 1, 'a.c.d': 2 }]])
  })

  it('reads records that are longer than a block, and after one that ends with it', async () => {
    const long = config({ text: 'x'.repeat(100_000), lr: 1 })
    const filling = config({ text: 'y'.repeat(32_768 - 7 - 7 - 30) })
    for (const first of [long, filling]) {
      const parsed = await read(wandbFile(first, history(3, { loss: 1 })))
      expect(rowsOf(parsed)).toEqual([[3, { loss: 1 }]])
      expect(parsed.notices).toEqual([])
    }
  })
})

describe('a W&B file that is damaged or goes on', () => {
  const records = [0, 1, 2, 3].map((step) => history(step, { loss: step }))
  const bytes = wandbFile(...records)

  it('holds what it held before the place where it is cut', async () => {
    for (let end = 7; end < bytes.length; end++) {
      const parsed = await read(bytes.slice(0, end))
      const count = rowsOf(parsed).length
      expect(rowsOf(parsed)).toEqual([0, 1, 2, 3].slice(0, count).map((i) => [i, { loss: i }]))
    }
    expect((await read(bytes.slice(0, -1))).notices).toMatchObject([{ code: 'cut-file' }])
  })

  it('loses only a record whose checksum is wrong', async () => {
    const bad = bytes.slice()
    bad[7] = (bad[7] ?? 0) ^ 1
    const parsed = await read(bad)
    expect(rowsOf(parsed)).toEqual([1, 2, 3].map((i) => [i, { loss: i }]))
    expect(parsed.notices).toMatchObject([{ code: 'bad-record', count: 1 }])
  })

  it('loses the rest of a block behind a wrong length, and reads the next', async () => {
    const long = wandbFile(
      history(0, { loss: 0 }),
      history(1, { loss: 1 }),
      config({ text: 'x'.repeat(40_000) }),
      history(2, { loss: 2 }),
    )
    const bad = long.slice()
    const second = 7 + 7 + history(0, { loss: 0 }).length
    const length = second + 4
    bad[length] = (bad[length] ?? 0) ^ 1
    const parsed = await read(bad)
    expect(rowsOf(parsed)).toEqual([
      [0, { loss: 0 }],
      [2, { loss: 2 }],
    ])
    expect(parsed.notices).toMatchObject([{ code: 'bad-record', count: 1 }])
  })

  it('never fails, whatever bytes are changed', async () => {
    const isSound = fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(255), async (at, byte) => {
      const other = bytes.slice()
      other[Math.max(7, at)] = byte
      expect(rowsOf(await read(other)).length).toBeLessThanOrEqual(4)
    })
    await fc.assert(isSound)
  })

  it('is read on from where it ended, also within a record', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(bytes.length), { maxLength: 4 }), async (cuts) => {
        const reading = wandbReading()
        for (const end of cuts.toSorted((a, b) => a - b)) {
          await reading.read(new Blob([bytes.slice(0, end)]), { signal, isLast: false })
        }
        const parsed = await reading.read(new Blob([bytes]), { signal, isLast: true })
        expect(rowsOf(parsed)).toHaveLength(4)
        expect(parsed.notices).toEqual([])
      }),
    )
  })

  it('passes over records of kinds that it does not know', async () => {
    const parsed = await read(wandbFile(part(77, 'new'), bytesOf(int(1, 3), history(0, { a: 1 }))))
    expect(rowsOf(parsed)).toEqual([[0, { a: 1 }]])
  })
})
