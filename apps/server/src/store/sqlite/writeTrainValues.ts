import { evaluationPairs, type EvaluationPair } from '../evaluationPairs.ts'
import type { Tables } from './tables.ts'

/**
 * Writes what training was worth at the extremes of the evaluations that any of these metrics
 * belongs to: the last finite value up to that step. What the source of a run said of it stays
 * where training has no points, or counts its steps by something else.
 */
export function writeTrainValues(tables: Tables, run: number, metrics: Iterable<string>): void {
  for (const pair of evaluationPairs(metrics)) writePair(tables, run, pair)
}

function writePair(tables: Tables, run: number, pair: EvaluationPair): void {
  const metric = tables.names.find(pair.metric)
  const inTraining = tables.names.find(pair.inTraining)
  if (metric === null || inTraining === null) return
  const summary = tables.summaries.readOne(run, metric)
  const unit = tables.series.read(run, metric)?.stepUnit
  const isComparable = unit !== undefined && unit === tables.series.read(run, inTraining)?.stepUnit
  if (summary === null || !isComparable) return
  const at = (step: number | null): number | null =>
    step === null ? null : tables.points.carried(run, inTraining, step)
  const [trainAtMin, trainAtMax] = [at(summary.minStep), at(summary.maxStep)]
  const isKnown = summary.trainAtMin === trainAtMin && summary.trainAtMax === trainAtMax
  if (!isKnown) tables.summaries.write(run, metric, { ...summary, trainAtMin, trainAtMax })
}
