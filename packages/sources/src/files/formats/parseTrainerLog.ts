import { readNumber } from '@runoff/core'
import type { TextSink } from '../growth/textReading.ts'
import { jsonLinesSink } from './parseJsonLines.ts'
import type { MetricRow, Parsed, ParsedRun, RunContent } from './parsedFile.ts'
import { readRow } from './parseJsonLines.ts'

/**
 * Returns the run in a LLaMA-Factory `trainer_log.jsonl`, of 2023 or later.
 *
 * `null` was not logged. The last line, without a loss, only tells that training came to its end.
 *
 * @throws {RunoffError} `bad-log` when the lines are no JSON objects.
 */
export async function parseTrainerLog(lines: AsyncIterable<string>): Promise<Parsed<RunContent>> {
  const sink = trainerLogSink()
  for await (const line of lines) sink.push(`${line}\n`)
  return sink.content('', true)
}

/** Takes the text of such a log as it comes. */
export function trainerLogSink(): TextSink {
  const lines = jsonLinesSink()
  let last = ''
  const remember = (text: string): void => {
    last = text.split('\n').findLast((line) => readRow(line) !== null) ?? last
  }
  return {
    push(text) {
      remember(text)
      lines.push(text)
    },
    content(rest, isLast) {
      remember(rest)
      const { content, notices } = lines.content(rest, isLast)
      const ending = endingOf(last)
      const runs = content.runs.map((run) => withEnding(run, ending))
      return { content: { kind: 'trainer-log', runs }, notices }
    },
  }
}

/** Whether a line is one that LLaMA-Factory's callback writes. */
export function isTrainerLogLine(line: string): boolean {
  const row = readRow(line)
  return row !== null && row.has('current_steps') && row.has('total_steps')
}

interface Ending {
  readonly step: number | null
  readonly totalSteps: number | null
  readonly epoch: number | null
}

function endingOf(line: string): Ending {
  const row = readRow(line)
  const numberAt = (name: string): number | null => readNumber(row?.get(name))
  return {
    step: numberAt('current_steps'),
    totalSteps: numberAt('total_steps'),
    epoch: numberAt('epoch'),
  }
}

function withEnding(run: ParsedRun, { step, totalSteps, epoch }: Ending): ParsedRun {
  const isComplete = step !== null && totalSteps !== null && step >= totalSteps
  return {
    ...run,
    rows: run.rows.map(withPhase),
    facts: { step, totalSteps, epoch, ...(isComplete ? { status: 'completed' } : {}) },
  }
}

function withPhase(row: MetricRow): MetricRow {
  return { ...row, phase: row.metrics.has('eval_loss') ? 'eval' : 'train' }
}
