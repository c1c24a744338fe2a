const evaluation = 'eval/'
const training = 'train/'

/** A metric of an evaluation, and the same one in training. */
export interface EvaluationPair {
  readonly metric: string
  readonly inTraining: string
}

/** Returns the pairs that any of these metrics belongs to, each once. */
export function evaluationPairs(metrics: Iterable<string>): readonly EvaluationPair[] {
  const names = new Set<string>()
  for (const metric of metrics) {
    if (metric.startsWith(evaluation)) names.add(metric.slice(evaluation.length))
    if (metric.startsWith(training)) names.add(metric.slice(training.length))
  }
  return Array.from(names, (name) => ({ metric: evaluation + name, inTraining: training + name }))
}
