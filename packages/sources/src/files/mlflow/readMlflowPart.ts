import { readNumber, type Notice } from '@runoff/core'
import { readYamlConfig } from '../config/readYamlConfig.ts'
import type { MetricRow, MlflowPart, Parsed } from '../formats/parsedFile.ts'
import { readTime } from '../formats/readTime.ts'
import { readWhole } from '../readText.ts'
import type { MlflowRole } from './mlflowLayout.ts'

/** MLflow allows parameters of 6000 characters and tags of 8000. */
const maxTextBytes = 1024 * 1024

/**
 * Returns what one file of an MLflow store says. A file of a metric has a line for each point,
 * `timestamp value step`; a line without a step is at step 0, as MLflow reads it.
 *
 * @throws {RunoffError} `bad-log` when it is too long, or a `meta.yaml` that is no YAML.
 */
export async function readMlflowPart(
  blob: Blob,
  role: Exclude<MlflowRole, { readonly kind: 'other' }>,
  signal: AbortSignal,
): Promise<Parsed> {
  const { kind, folder } = role
  if (kind === 'meta') {
    const meta = readYamlConfig(await readWhole(blob, signal, maxTextBytes))
    return parsed({ kind, folder, meta })
  }
  if (kind === 'metrics') {
    const { rows, bad } = readPoints(await readWhole(blob, signal), role.name)
    return parsed({ kind, folder, rows }, badLines(bad))
  }
  const text = await readWhole(blob, signal, maxTextBytes)
  return parsed({ kind, folder, name: role.name, text: text.trim() })
}

function parsed(part: MlflowPart, notices: readonly Notice[] = []): Parsed {
  return { content: { kind: 'mlflow-part', part }, notices }
}

function readPoints(
  text: string,
  name: string,
): { readonly rows: readonly MetricRow[]; readonly bad: number } {
  const rows: MetricRow[] = []
  let bad = 0
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue
    const row = readPoint(line, name)
    if (row === null) bad++
    else rows.push(row)
  }
  return { rows, bad }
}

function readPoint(line: string, name: string): MetricRow | null {
  const [time = '', number, place = '0'] = line.trim().split(' ')
  const value = readNumber(number)
  const step = readNumber(place)
  if (value === null || step === null || !Number.isFinite(step)) return null
  return {
    phase: null,
    step,
    epoch: null,
    timeMs: readTime(time),
    metrics: new Map([[name, value]]),
  }
}

function badLines(count: number): readonly Notice[] {
  if (count === 0) return []
  const lines = count === 1 ? 'line is' : 'lines are'
  return [
    { code: 'bad-line', message: `${count} ${lines} no point of a metric, and left out.`, count },
  ]
}
