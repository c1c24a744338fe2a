import { describe, expect, it } from 'vitest'
import { filesSource } from '../filesSource.ts'
import { textFile } from '../runFile.ts'
import { optunaReading } from './optunaReading.ts'

const worker = { worker_id: 'w-1' }
const float = (low: number, high: number, log = false): string =>
  JSON.stringify({ name: 'FloatDistribution', attributes: { step: null, low, high, log } })
const choice = (...choices: readonly unknown[]): string =>
  JSON.stringify({ name: 'CategoricalDistribution', attributes: { choices } })

const journal = [
  { op_code: 0, ...worker, study_name: 'lr search', directions: [1] },
  { op_code: 0, ...worker, study_name: 'lr search', directions: [2] },
  { op_code: 4, ...worker, study_id: 0, datetime_start: '2026-01-01T10:00:00' },
  param(0, 'lr', 0.01, float(1e-5, 0.1, true)),
  param(0, 'optimizer', 1, choice('sgd', 'adam')),
  intermediate(0, 1, 3),
  intermediate(0, 2, 2.5),
  ended(0, 1, [2.5]),
  intermediate(0, 3, 99),
  { op_code: 4, ...worker, study_id: 0, datetime_start: '2026-01-01T11:00:00' },
  param(1, 'lr', 0.1, float(1e-5, 0.1, true)),
  param(1, 'optimizer', 0, choice('other')),
  intermediate(1, 1, 9),
  ended(1, 2, [9]),
  { op_code: 4, ...worker, study_id: 0, datetime_start: null, state: 4 },
  { op_code: 8, ...worker, trial_id: 2, user_attr: { note: 'next' } },
]

function param(trial_id: number, param_name: string, value: number, distribution: string): object {
  return { op_code: 5, ...worker, trial_id, param_name, param_value_internal: value, distribution }
}

function intermediate(trial_id: number, step: number, intermediate_value: number): object {
  return { op_code: 7, ...worker, trial_id, step, intermediate_value }
}

function ended(trial_id: number, state: number, values: readonly number[]): object {
  return {
    op_code: 6,
    ...worker,
    trial_id,
    state,
    values,
    datetime_complete: '2026-01-01T10:30:00',
  }
}

const textOf = (entries: readonly object[]): string =>
  entries.map((entry) => `${JSON.stringify(entry)}\n`).join('')

const sourceOf = (text: string): ReturnType<typeof filesSource> =>
  filesSource({ files: [textFile('search/journal.log', text)] })

describe('an Optuna journal', () => {
  it('makes each trial a run, with the state it is in', async () => {
    const { runs } = await sourceOf(textOf(journal)).listRuns({})
    expect(runs.map(({ id, name, status, group }) => [id, name, status, group])).toEqual([
      ['search/journal.log#trial 0', 'trial 0', 'completed', 'lr search'],
      ['search/journal.log#trial 1', 'trial 1', 'cancelled', 'lr search'],
      ['search/journal.log#trial 2', 'trial 2', 'queued', 'lr search'],
    ])
  })

  it('reads parameters as the script saw them, with what they could have been', async () => {
    const { runs } = await sourceOf(textOf(journal)).listRuns({})
    expect(Object.fromEntries(runs[0]?.params ?? [])).toEqual({ lr: 0.01, optimizer: 'adam' })
    expect(runs[0]?.tags.get('range/lr')).toBe('float 0.00001 to 0.1, log')
    expect(runs[0]?.tags.get('range/optimizer')).toBe('one of "sgd", "adam"')
    expect(runs[0]?.tags.get('goal/value')).toBe('min')
    expect(runs[2]?.tags.get('note')).toBe('next')
  })

  it('passes over a parameter that does not fit the study, as Optuna does', async () => {
    const { runs } = await sourceOf(textOf(journal)).listRuns({})
    expect(Object.fromEntries(runs[1]?.params ?? [])).toEqual({ lr: 0.1 })
  })

  it('reads what was reported on the way, and nothing after the end', async () => {
    const source = sourceOf(textOf(journal))
    const [result] = await source.readSeries([
      { runId: 'search/journal.log#trial 0', metric: 'intermediate_value' },
    ])
    expect([...(result?.series?.steps ?? [])]).toEqual([1, 2])
    expect([...(result?.series?.values ?? [])]).toEqual([3, 2.5])
    const { runs } = await source.listRuns({})
    expect(runs[0]?.metrics.get('value')).toMatchObject({ last: 2.5, basis: 'summary' })
    expect((runs[0]?.endedAtMs ?? 0) - (runs[0]?.startedAtMs ?? 0)).toBe(30 * 60 * 1000)
  })

  it('tells the trials of several studies apart, and forgets a study that was deleted', async () => {
    const more = [
      { op_code: 0, ...worker, study_name: 'other', directions: [2, 1] },
      { op_code: 3, ...worker, study_id: 1, system_attr: { 'study:metric_names': ['acc', 'ms'] } },
      { op_code: 4, ...worker, study_id: 1, datetime_start: '2026-01-01T10:00:00' },
      ended(3, 1, [0.9, 12]),
    ]
    const both = await sourceOf(textOf([...journal, ...more])).listRuns({})
    const last = both.runs.find(({ name }) => name === 'other/trial 0')
    expect(both.runs).toHaveLength(4)
    expect(Array.from(last?.metrics ?? [], ([name, { last: value }]) => [name, value])).toEqual([
      ['train/accuracy', 0.9],
      ['ms', 12],
    ])
    const one = await sourceOf(
      textOf([...journal, ...more, { op_code: 1, ...worker, study_id: 0 }]),
    ).listRuns({})
    expect(one.runs.map(({ name }) => name)).toEqual(['trial 0'])
  })

  it('keeps values that are no numbers in JSON, and counts lines that are no entries', async () => {
    const text = `${textOf(journal.slice(0, 3))}{"op_code": 7, "worker_id": "w", "trial_id": 0, "step": 1, "intermediate_value": NaN}\n{"op_code`
    const { runs, notices } = await sourceOf(text).listRuns({})
    expect(runs[0]?.metrics.get('intermediate_value')?.last).toBeNaN()
    expect(runs[0]?.status).toBe('running')
    expect(notices).toMatchObject([{ code: 'bad-line', count: 1 }])
  })

  it('is replayed from where it ended when it grows', async () => {
    const { signal } = new AbortController()
    const text = textOf(journal)
    const reading = optunaReading()
    for (let end = 0; end < text.length; end += 97) {
      await reading.read(new Blob([text.slice(0, end)]), { signal, isLast: false })
    }
    const { content } = await reading.read(new Blob([text]), { signal, isLast: true })
    expect('runs' in content && content.runs.map(({ rows }) => rows.length)).toEqual([3, 2, 0])
  })
})
