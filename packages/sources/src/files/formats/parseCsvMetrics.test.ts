import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseCsvMetrics } from './parseCsvMetrics.ts'
import type { MetricRow } from './parsedFile.ts'

const rowsOf = (text: string): readonly MetricRow[] =>
  parseCsvMetrics(text).content.runs.flatMap((run) => run.rows)
const metricsOf = (text: string): readonly object[] =>
  rowsOf(text).map((row) => Object.fromEntries(row.metrics))

describe('parseCsvMetrics', () => {
  it('leaves out empty cells, which were not logged', () => {
    expect(metricsOf('step,a_loss,b_loss\n1,2,\n2,,3\n3,,\n')).toEqual([
      { a_loss: 2 },
      { b_loss: 3 },
    ])
  })

  it.each([
    ['padded names and cells', '   epoch,   loss \n   1,   2.5 \n'],
    ['line ends of Windows', 'epoch,loss\r\n1,2.5\r\n'],
    ['a byte order mark left in a name, as numpy leaves a #', '# epoch,loss\n1,2.5\n'],
    ['semicolons and decimal commas', 'epoch;loss\n1;2,5\n'],
    ['tabs', 'epoch\tloss\n1\t2.5\n'],
    ['quotes', '"epoch","loss"\n"1","2.5"\n'],
    ['no last line end', 'epoch,loss\n1,2.5'],
    ['blank lines before and between', '\n\nepoch,loss\n\n1,2.5\n\n'],
    ['the unnamed index that pandas writes', ',epoch,loss\n0,1,2.5\n'],
    ['the same index, read and written again', 'Unnamed: 0,epoch,loss\n0,1,2.5\n'],
    ['an epoch that names the last one too', 'epoch,loss\n1/10,2.5\n'],
    ['text before the header', 'Training time: 3 s,\n"by A, B"\nepoch,loss\n1,2.5\n'],
    ['percents', 'epoch,loss\n1,2.5 %\n'],
  ])('reads %s', (_, text) => {
    const [row, ...others] = rowsOf(text)
    expect(others).toEqual([])
    expect([row?.epoch, Object.fromEntries(row?.metrics ?? [])]).toEqual([1, { loss: 2.5 }])
  })

  it('reads every spelling of a value that is not finite', () => {
    const spellings = ['nan', 'NaN', 'inf', '-inf', 'Infinity', '-Infinity', '1e999']
    const text = `step,loss\n${spellings.map((value, i) => `${i},${value}`).join('\n')}`
    expect(rowsOf(text).map((row) => row.metrics.get('loss'))).toEqual([
      NaN,
      NaN,
      Infinity,
      -Infinity,
      Infinity,
      -Infinity,
      Infinity,
    ])
  })

  it.each([
    ['step', 7],
    ['global_step', 7],
    ['Trainer/Global_Step', 7],
    ['iter', 7],
    ['iteration', 7],
    ['num_updates', 7],
    ['_step', 7],
  ])('takes %s for the step', (name, step) => {
    expect(rowsOf(`${name},loss\n7,1\n`)[0]?.step).toBe(step)
  })

  it('prefers the step of training to the count of a tracker, and makes neither a metric', () => {
    const [row] = rowsOf('_step,train/global_step,loss\n3,300,1\n')
    expect([row?.step, [...(row?.metrics.keys() ?? [])]]).toEqual([300, ['loss']])
  })

  it('reads moments as times, and seconds since the start as a metric', () => {
    const [wall] = rowsOf('step,timestamp,loss\n1,1700000000.5,1\n')
    const [iso] = rowsOf('step,time,loss\n1,2026-01-02T03:04:05+01:00,1\n')
    const [local] = rowsOf('step,time,loss\n1,2026-01-02T03:04:05,1\n')
    const [elapsed] = rowsOf('epoch,time,loss\n1,21.5,1\n')
    expect(wall?.timeMs).toBe(1_700_000_000_500)
    expect(iso?.timeMs).toBe(Date.UTC(2026, 0, 2, 2, 4, 5))
    expect([local?.timeMs, elapsed?.timeMs]).toEqual([null, null])
    expect(elapsed?.metrics.get('time')).toBe(21.5)
  })

  it('reads the phase from a column of its own', () => {
    const rows = rowsOf('epoch,phase,loss\n1,train,2\n1,val,3\n')
    expect(rows.map((row) => [row.phase, ...row.metrics])).toEqual([
      ['train', ['loss', 2]],
      ['eval', ['loss', 3]],
    ])
  })

  it('keeps the runs of a wide table apart', () => {
    const { runs } = parseCsvMetrics('run,step,loss\nA,1,2\nB,1,3\nA,2,1\n').content
    expect(runs.map((run) => [run.key, run.rows.length])).toEqual([
      ['A', 2],
      ['B', 1],
    ])
  })

  it('keeps both of two columns with one name', () => {
    expect(metricsOf('step,loss,loss\n1,2,3\n')).toEqual([{ loss: 2, 'loss.3': 3 }])
  })

  it('takes cells by their place where a row is too long or too short, and says so', () => {
    const { content, notices } = parseCsvMetrics('step,loss,acc\n1,2\n2,1,0.5,9\n')
    expect(content.runs[0]?.rows).toHaveLength(2)
    expect(notices).toMatchObject([{ code: 'row-length', count: 2 }])
  })

  it('takes no number from the cell at which a file was cut', () => {
    const texts = ['step,loss,acc\n1,2,0.5\n2,1.9,0.5', 'step,loss,acc\n1,2,0.5\n2,1.']
    expect(texts.map(metricsOf)).toEqual([
      [
        { loss: 2, acc: 0.5 },
        { loss: 1.9, acc: 0.5 },
      ],
      [{ loss: 2, acc: 0.5 }],
    ])
    expect(metricsOf('step,loss,acc\n1,2\n')).toEqual([{ loss: 2 }])
  })

  it('says how many cells among numbers are none', () => {
    const { notices } = parseCsvMetrics('step,loss,note\n"1,000",2,a\n2,n/a,b\n3,1,c\n')
    expect(notices).toMatchObject([{ code: 'not-a-number', count: 2 }])
    expect(notices[0]?.message).toContain("'step'")
  })

  it.each(['', 'name,age\nA,3\n', 'step\n'.repeat(0), '\n\n'])('refuses %j', (text) => {
    expect(() => parseCsvMetrics(text)).toThrow(expect.objectContaining({ code: 'bad-log' }))
  })

  /** As Python writes it: the sign of zero included. */
  const textOf = (value: number | null): string =>
    Object.is(value, -0) ? '-0.0' : String(value ?? '')

  it('gives back exactly the numbers that were written', () => {
    const cell = fc.oneof(fc.double(), fc.constant(null))
    fc.assert(
      fc.property(fc.array(cell), (cells) => {
        const text = `step,loss\n${cells.map((value, i) => `${i},${textOf(value)}`).join('\n')}`
        const written = cells.flatMap((value, step) => (value === null ? [] : [[step, value]]))
        expect(rowsOf(text).map((row) => [row.step, row.metrics.get('loss')])).toEqual(written)
      }),
    )
  })
})
