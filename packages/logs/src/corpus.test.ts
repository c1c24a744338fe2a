import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { parseLog } from './parseLog.ts'
import type { LogRecord } from './record.ts'

/** Logs of others' runs, with what is in them; they lie beside the repository where they are had. */
const folder = fileURLToPath(new URL('../../../../shared/corpus/', import.meta.url))

const kinds = ['hf_console', 'hf_console_v5_strings', 'hf_dpo_console']

interface ExpectedRecord {
  readonly split: string
  readonly step?: number
  readonly epoch?: number
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

function expectedOf(kind: string): Expected[] {
  const path = `${folder}expected/${kind}.json`
  if (!existsSync(path)) return []
  const lines = readFileSync(path, 'utf8').split('\n')
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line))
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

/** Without what the truth says of the bar that stands before a record. */
function withoutBar(record: ExpectedRecord | null | undefined): ExpectedRecord | null {
  if (record === null || record === undefined) return null
  const { split, step, epoch, values } = record
  return {
    split,
    ...(step === undefined ? {} : { step }),
    ...(epoch === undefined ? {} : { epoch }),
    values,
  }
}

describe.skipIf(!existsSync(folder)).each(kinds)('logs of others, %s', (kind) => {
  it.each(expectedOf(kind))('reads $file as it is', (expected) => {
    const { records, formats } = parseLog(readFileSync(`${folder}${expected.file}`, 'utf8'))
    const found = records.map(asExpected)
    const train = found.filter(({ split }) => split === 'train')
    const evaluations = found.filter(({ split }) => split === 'eval')

    expect(train).toHaveLength(expected.n_train_points)
    expect(evaluations).toHaveLength(expected.n_eval_points)
    expect(found.slice(0, expected.first_records.length)).toEqual(
      expected.first_records.map(withoutBar),
    )
    expect(found.at(-1) ?? null).toEqual(withoutBar(expected.last_record))
    expect(train.at(0) ?? null).toEqual(withoutBar(expected.first_train))
    expect(train.at(-1) ?? null).toEqual(withoutBar(expected.last_train))
    expect(evaluations.at(0) ?? null).toEqual(withoutBar(expected.first_eval))
    expect(evaluations.at(-1) ?? null).toEqual(withoutBar(expected.last_eval))
    const names = new Set(found.flatMap(({ values }) => Object.keys(values)))
    expect([...names].toSorted()).toEqual(expected.metrics)
    expect(formats).toEqual(found.length > 0 ? ['huggingface'] : [])
  })
})
