import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { parseLog } from './parseLog.ts'
import type { LogRecord } from './record.ts'

/** Logs of others' runs, with what is in them; they lie beside the repository where they are had. */
const folder = fileURLToPath(new URL('../../../../shared/corpus/', import.meta.url))

/** One kind of the corpus, and what its records are here where the truth words them otherwise. */
interface Kind {
  readonly kind: string
  /** The formats that may be met in its logs. */
  readonly formats: readonly string[]
  /** Which of its files are logs; the others are read elsewhere. @default all */
  readonly isLog?: (file: string) => boolean
  /** From a record of the truth to ours, each with a word on why they differ. */
  readonly toOurs?: (record: ExpectedRecord, file: string) => ExpectedRecord
}

const kinds: readonly Kind[] = [
  { kind: 'hf_console', formats: ['huggingface'] },
  { kind: 'hf_console_v5_strings', formats: ['huggingface'] },
  { kind: 'hf_dpo_console', formats: ['huggingface'] },
  { kind: 'lightgbm', formats: ['lightgbm'] },
  { kind: 'xgboost', formats: ['xgboost'] },
  { kind: 'catboost', formats: ['catboost'] },
  { kind: 'spacy', formats: ['spacy'] },
  { kind: 'paddle', formats: ['paddle'] },
  { kind: 'mlperf', formats: ['mlperf'] },
  { kind: 'deepspeed', formats: ['deepspeed', 'pytorch_examples', 'metric-logger'] },
  { kind: 'megatron', formats: ['megatron'] },
  { kind: 'modded_nanogpt', formats: ['modded_nanogpt', 'llm_c'] },
  { kind: 'llm_c', formats: ['llm_c'] },
  { kind: 'nanogpt', formats: ['nanogpt'] },
  { kind: 'torchtitan', formats: ['torchtitan', 'loss_table'] },
  { kind: 'torchtune', formats: ['torchtune'] },
  { kind: 'litgpt', formats: ['litgpt'] },
  { kind: 'nemo', formats: ['nemo'] },
  { kind: 'nemo_automodel', formats: ['nemo_automodel'] },
  { kind: 'verl', formats: ['verl'] },
  { kind: 'maxtext', formats: ['maxtext'] },
  { kind: 'llamafactory', formats: ['llamafactory'] },
  { kind: 'deit', formats: ['jsonl'] },
  {
    kind: 'mmengine',
    formats: ['jsonl', 'mmengine'],
    // The truth says in a note that this step is the epoch; here it is one.
    toOurs: ({ step, epoch, ...record }) =>
      record.split === 'eval' ? { ...record, epoch: epoch ?? step } : { ...record, epoch, step },
  },
  { kind: 'fairseq', formats: ['fairseq'] },
  { kind: 'marian', formats: ['marian'] },
  { kind: 'opennmt', formats: ['opennmt'] },
  { kind: 'openpcdet', formats: ['openpcdet'] },
  {
    kind: 'keras',
    formats: ['keras'],
    // Here the `Epoch` line of a row is among the lines that a notebook left out. The truth takes the
    // row for an evaluation of the last epoch that is shown; it is training, of an unknown one.
    isLog: (file) => !/\/(?:ch10_cell135|ch16_cell049)\.log$/.test(file),
  },
  {
    kind: 'lightning',
    formats: ['lightning'],
    isLog: (file) => !file.endsWith('.csv') && !file.endsWith('.yaml'),
  },
]

interface ExpectedRecord {
  readonly split: string
  readonly step?: number | undefined
  readonly epoch?: number | undefined
  readonly values: Readonly<Record<string, number | string>>
}

interface Expected {
  readonly file: string
  readonly first_records: readonly ExpectedRecord[]
  readonly last_record: ExpectedRecord | null
  readonly n_train_points: number
  readonly n_eval_points: number
  readonly metrics: readonly string[]
  readonly first_train?: ExpectedRecord
  readonly last_train?: ExpectedRecord
  readonly first_eval?: ExpectedRecord
  readonly last_eval?: ExpectedRecord
}

function expectedOf({ kind, isLog = () => true }: Kind): Expected[] {
  const path = `${folder}expected/${kind}.json`
  if (!existsSync(path)) return []
  const lines = readFileSync(path, 'utf8').split('\n')
  return lines
    .filter((line) => line !== '')
    .map((line): Expected => JSON.parse(line))
    .filter(({ file }) => isLog(file))
}

/** As the truth writes a record: what is not known is absent, what is not finite is a string. */
function asExpected({ phase, step, epoch, metrics }: LogRecord): ExpectedRecord {
  const values = Array.from(metrics, ([name, value]) => [
    name,
    Number.isFinite(value) ? value : String(value),
  ])
  return {
    split: phase,
    ...(step === null ? {} : { step }),
    ...(epoch === null ? {} : { epoch }),
    values: Object.fromEntries(values),
  }
}

/** Without what the truth says beside it, such as of the bar that stands before a record. */
function bare(record: ExpectedRecord): ExpectedRecord {
  const { split, step, epoch, values } = record
  return {
    split,
    ...(step === undefined ? {} : { step }),
    ...(epoch === undefined ? {} : { epoch }),
    values,
  }
}

const cases = kinds.flatMap((kind) =>
  expectedOf(kind).map((expected) => ({ kind, expected, file: expected.file })),
)

describe.skipIf(!existsSync(folder))('logs of others', () => {
  it.each(cases)('reads $file as it is', ({ kind, expected, file }) => {
    const { records, formats } = parseLog(readFileSync(`${folder}${file}`, 'utf8'), {
      fileName: file.slice(file.lastIndexOf('/') + 1),
    })
    const found = records.map(asExpected)
    const ours = (record: ExpectedRecord | null | undefined): ExpectedRecord | null =>
      record ? bare(kind.toOurs?.(record, file) ?? record) : null
    const train = found.filter(({ split }) => split === 'train')
    const evaluations = found.filter(({ split }) => split === 'eval')

    expect(train).toHaveLength(expected.n_train_points)
    expect(evaluations).toHaveLength(expected.n_eval_points)
    expect(found.slice(0, expected.first_records.length)).toEqual(expected.first_records.map(ours))
    expect(found.at(-1) ?? null).toEqual(ours(expected.last_record))
    expect(train.at(0) ?? null).toEqual(ours(expected.first_train))
    expect(train.at(-1) ?? null).toEqual(ours(expected.last_train))
    expect(evaluations.at(0) ?? null).toEqual(ours(expected.first_eval))
    expect(evaluations.at(-1) ?? null).toEqual(ours(expected.last_eval))
    const names = new Set(found.flatMap(({ values }) => Object.keys(values)))
    expect([...names].toSorted()).toEqual(expected.metrics)
    expect(formats.filter((format) => !kind.formats.includes(format))).toEqual([])
    expect(formats.length > 0).toBe(found.length > 0)
  })
})
