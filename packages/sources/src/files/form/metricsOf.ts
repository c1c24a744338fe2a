import { readPhase } from '../formats/readTable.ts'
import { stemOf } from '../paths.ts'
import { nameMetrics, type MetricNamer } from './nameMetrics.ts'
import type { RunPiece } from './runParts.ts'

/** Returns the canonical names for the metrics of one file; `val.csv` holds those of evaluation. */
export function namerOf({ path, kind, run }: RunPiece): MetricNamer {
  const standAlone = kind === 'events' || kind === 'mlflow'
  return nameMetrics(run.rows, readPhase(stemOf(path)), { standAlone })
}

/** Returns the canonical names of all metrics that one file has series of. */
export function metricsOf(piece: RunPiece): readonly string[] {
  const nameOf = namerOf(piece)
  const names = new Set<string>()
  for (const { phase, metrics } of piece.run.rows) {
    if (phase === 'summary') continue
    for (const raw of metrics.keys()) names.add(nameOf(raw, phase))
  }
  return [...names]
}
