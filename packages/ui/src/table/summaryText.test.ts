import { defaultObjective, defineRun, type RunInput } from '@runoff/core'
import { describe, expect, it } from 'vitest'
import { formatMessages } from '../format/formatMessages.ts'
import { tableMessages } from './messages.ts'
import { summaryColumns, type SummaryColumnId } from './summaryColumns.ts'
import { summaryRow } from './summaryRow.ts'
import { summaryText, type CellText } from './summaryText.ts'

const context = {
  objective: defaultObjective,
  messages: tableMessages,
  statuses: formatMessages.statuses,
}

function textOf(
  column: SummaryColumnId,
  input: RunInput,
  goal: 'min' | 'max' = 'min',
): CellText | null {
  const objective = { metric: goal === 'min' ? 'eval/loss' : 'eval/f1', goal }
  const row = summaryRow(defineRun({ id: 'a', ...input }), objective)
  return summaryText(column, row, { ...context, objective })
}

describe('summaryText', () => {
  it('is null wherever there is no value', () => {
    const known: readonly SummaryColumnId[] = ['run', 'status']
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
    const texts = summaryColumns(defaultObjective).map(({ id }) => textOf(id, run)?.text ?? '–')
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
})
