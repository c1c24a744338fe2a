import {
  goalOf,
  recommend,
  recommendationToJson,
  type Goal,
  type PolicyName,
  type Recommendation,
  type Run,
} from '@runoff/core'
import { allRuns, readContent } from '../import/runContent.ts'
import { answerSentences } from './answerSentences.ts'
import { bestRows } from './bestRows.ts'
import type { CommandContext } from './context.ts'
import { outcomeCodes, outcomeOf } from './exitCodes.ts'
import { metricText } from './numberText.ts'
import { openSource, type SourceArguments } from './openSource.ts'
import { withUnits, type PlacedRow } from './placedRows.ts'
import { plainName, type Terminal } from './terminal.ts'
import { printTable, type TextRow } from './textTable.ts'

export interface BestArguments extends SourceArguments {
  readonly metric: string
  readonly goal: Goal | undefined
  readonly policy: PolicyName
  readonly json: boolean
}

/**
 * `runoff best`: which run to keep, and how sure that is. The answer is that of the page over the
 * same runs, and the exit code says what it came to.
 */
export async function best(args: BestArguments, context: CommandContext): Promise<number> {
  const { terminal } = context
  const { source, close } = await openSource(args, context)
  try {
    const options = { signal: context.stopSignal() }
    const listed = (await allRuns(source, options)).runs.filter(({ archived }) => !archived)
    const objective = { metric: args.metric, goal: args.goal ?? goalOf(args.metric)?.goal ?? 'min' }
    const runs: Run[] = []
    for (const run of listed) {
      const isWhole = run.metrics.get(args.metric)?.basis !== 'last-only'
      runs.push(isWhole ? run : (await readContent(source, run, options)).run)
    }
    const recommendation = recommend(runs, { objective, policy: args.policy })
    const outcome = outcomeOf(recommendation)
    const rows = await withUnits(source, args.metric, bestRows(recommendation))
    if (args.json) terminal.print(bestJson(recommendation, runs, rows))
    else printAnswer(terminal, recommendation, runs, rows)
    return outcomeCodes[outcome]
  } finally {
    await close()
  }
}

function printAnswer(
  terminal: Terminal,
  recommendation: Recommendation,
  runs: readonly Run[],
  rows: readonly PlacedRow[],
): void {
  const [answer = '', ...more] = answerSentences(recommendation, runs)
  terminal.print(terminal.style('bold', answer))
  for (const sentence of more) terminal.print(sentence)
  if (rows.length === 0) return
  terminal.print('')
  const names = new Set(rows.flatMap(({ step_unit: unit }) => unit ?? []))
  // One unit is the name of the column; of several, each place says its own.
  const [unit = 'step'] = names.size < 2 ? names : ['at']
  const columns = [
    { title: '', align: 'left' },
    { title: 'run', align: 'left' },
    { title: plainName(recommendation.objective.metric), align: 'right' },
    { title: unit, align: 'right' },
    { title: 'seeds', align: 'right' },
    { title: '', align: 'left' },
  ] as const
  printTable(
    terminal,
    columns,
    rows.map((row) => textRow(row, names.size > 1)),
  )
}

function textRow(
  { run, value, step, step_unit: unit, seeds, standing }: PlacedRow,
  saysUnit: boolean,
): TextRow {
  const isKept = standing === 'keep'
  return {
    cells: [
      isKept ? '*' : '',
      plainName(run.name),
      value === null ? '' : metricText(value),
      saysUnit && unit !== null ? `${unit} ${placeText(step)}` : placeText(step),
      seeds === null ? '' : String(seeds),
      standing.replaceAll('-', ' '),
    ],
    ...(isKept ? { style: 'green' as const } : {}),
    ...(value === null ? { style: 'dim' as const } : {}),
  }
}

/** Epochs may be fractions, and have the digits of any. */
function placeText(step: number | null): string {
  if (step === null) return ''
  return Number.isInteger(step) ? String(step) : metricText(step)
}

/** Stable: fields are added and never change what they mean. */
function bestJson(
  recommendation: Recommendation,
  runs: readonly Run[],
  rows: readonly PlacedRow[],
): string {
  const outcome = outcomeOf(recommendation)
  const { objective, policy, run } = recommendation
  const content = {
    format: 'runoff-best',
    version: 1,
    outcome,
    exit_code: outcomeCodes[outcome],
    objective,
    policy,
    keep: run === null ? null : { id: run.id, source: run.source, name: run.name },
    answer: answerSentences(recommendation, runs).join(' '),
    runs: rows.map(({ run, ...row }) => ({
      id: run.id,
      source: run.source,
      name: run.name,
      ...row,
    })),
    recommendation: recommendationToJson(recommendation),
  }
  return JSON.stringify(content, null, 2)
}
