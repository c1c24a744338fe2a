import { defaultObjective, defineRun, type RunInput } from '@runoff/core'
import { describe, expect, it } from 'vitest'
import { formatMessages } from '../format/formatMessages.ts'
import { tableMessages } from './messages.ts'
import { columnOf, columnsAtFirst, summaryColumns } from './summaryColumns.ts'
import { runLine } from './summaryLines.ts'
import { summaryRow } from './summaryRow.ts'
import { cellContext, missingText, summaryText, type CellText } from './summaryText.ts'

const catalogue = { table: tableMessages, format: formatMessages }

function withCell<Result>(
  id: string,
  input: RunInput,
  goal: 'min' | 'max',
  read: (...parameters: Parameters<typeof summaryText>) => Result,
): Result {
  const objective = { metric: goal === 'min' ? 'eval/loss' : 'eval/f1', goal }
  const row = summaryRow(defineRun({ id: 'a', ...input }), objective)
  const column = columnOf(id, objective, [row])
  if (column === null) throw new Error(`no column ${id}`)
  return read(column, runLine(row, null), cellContext(catalogue, objective))
}

const textOf = (id: string, input: RunInput, goal: 'min' | 'max' = 'min'): CellText | null =>
  withCell(id, input, goal, summaryText)
const whyMissing = (id: string, input: RunInput): string => withCell(id, input, 'min', missingText)

describe('summaryText', () => {
  it('is null wherever there is no value', () => {
    const known = ['run', 'runId', 'status']
    const columns = summaryColumns(defaultObjective).filter(({ id }) => !known.includes(id))
    expect(columns.filter(({ id }) => textOf(id, {}) !== null)).toEqual([])
  })

  it('gives four digits and keeps all of them for the title', () => {
    const run = { metrics: { 'train/loss': 0.234567891 } }
    expect(textOf('trainLoss', run)).toEqual({ text: '0.2346', full: '0.234567891' })
  })

  it('says that the best of a sample is only a bound', () => {
    const loss = { metrics: { 'eval/loss': { min: 0.2345, basis: 'sampled' as const } } }
    expect(textOf('best', loss)?.text).toBe('≤ 0.2345')
    expect(textOf('best', loss)?.full).toContain('at most 0.2345')
    const f1 = { metrics: { 'eval/f1': { max: 0.9, basis: 'sampled' as const } } }
    expect(textOf('best', f1, 'max')?.text).toBe('≥ 0.9000')
    const perplexity = { metrics: { perplexity: { min: 8, basis: 'sampled' as const } } }
    expect(textOf('perplexity', perplexity)?.text).toBe('≤ 8.000')
  })

  it('writes each column in its own way', () => {
    const run: RunInput = {
      name: 'lr-3e-4',
      model: '/models/org/name',
      status: 'FINISHED',
      startedAtMs: 0,
      endedAtMs: 750_000,
      epoch: 2.499_999,
      totalEpochs: 3,
      params: { lr: 0.0003, batch_size: 1024 },
      metrics: { 'eval/loss': { min: 0.5, minStep: 12_000 }, samples_per_second: 12.345 },
    }
    const texts = columnsAtFirst(defaultObjective).map((id) => textOf(id, run)?.text ?? '–')
    expect(texts).toEqual([
      'lr-3e-4',
      'org/name',
      'Completed',
      '–',
      '0.5000',
      '–',
      '–',
      '–',
      '3e-4',
      '1\u202f024',
      '12.35 samples/s',
      '12 min 30 s',
      '2.5/3',
      '12\u202f000',
    ])
  })

  it('keeps the model as the source gave it for the title', () => {
    expect(textOf('model', { model: '/models/org/name' })?.full).toBe('/models/org/name')
  })

  it('tells of the checkpoint, its epoch and the time that the trainer logged', () => {
    const run: RunInput = {
      totalEpochs: 12,
      best: { epoch: 5, checkpointPath: 'out/checkpoint-500' },
      metrics: { 'eval/loss': { min: 0.5, last: 0.75 }, 'train/runtime': 90 },
    }
    expect(textOf('bestEpoch', run)?.text).toBe('5/12')
    expect(textOf('checkpoint', run)?.full).toBe('out/checkpoint-500')
    expect(textOf('finalEvalLoss', run)?.text).toBe('0.7500')
    expect(textOf('trainingTime', run)).toEqual({ text: '1 min 30 s', full: '90 s' })
    expect(textOf('runId', {})?.text).toBe('a')
  })

  it('writes a metric by what stands for it, and says why there is no value', () => {
    const run = { metrics: { grad_norm: { last: 1.5, max: 3, basis: 'sampled' as const } } }
    expect(textOf('metric:last:grad_norm', run)?.text).toBe('1.500')
    expect(textOf('metric:max:grad_norm', run)?.text).toBe('≥ 3.000')
    expect(textOf('metric:min:grad_norm', run)).toBeNull()
    expect(whyMissing('metric:min:grad_norm', run)).toContain('only the last value')
    expect(whyMissing('metric:last:other', run)).toContain('has not logged')
    expect(whyMissing('metric:best:grad_norm', run)).toContain('which end is better')
    expect(whyMissing('param:lr', run)).toContain('does not name')
  })

  it('writes a parameter as people do', () => {
    const run = { params: { lr: 0.0003, batch: 1024, warmup: 0.05, name: 'adamw', on: true } }
    expect(textOf('param:lr', run)?.text).toBe('3e-4')
    expect(textOf('param:batch', run)?.text).toBe('1\u202f024')
    expect(textOf('param:warmup', run)?.text).toBe('0.05')
    expect(textOf('param:name', run)?.text).toBe('adamw')
    expect(textOf('param:on', run)?.text).toBe('true')
  })
})
