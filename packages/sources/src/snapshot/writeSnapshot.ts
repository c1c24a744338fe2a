import { seriesToJson } from '@runoff/core'
import { snapshotRunJson } from './runCodec.ts'
import { snapshotFormat, snapshotVersion, type Snapshot, type SnapshotSeries } from './snapshot.ts'

/**
 * Gives a snapshot as JSON text in pieces, a series to each, so that whoever writes it can stop
 * between two of them. Joined they are one JSON object.
 *
 * Numbers are exact. `<` is written as `\u003c` within texts, so that no text can end the element
 * of a page that holds it.
 */
export function* snapshotPieces(snapshot: Snapshot): Generator<string, void, void> {
  const { createdAtMs, objective, policy, view, runs, series, withoutSeries, failures } = snapshot
  const head = {
    format: snapshotFormat,
    version: snapshotVersion,
    createdAtMs,
    objective,
    policy,
    view,
    withoutSeries,
    failures,
  }
  yield inElement(JSON.stringify(head)).slice(0, -1)
  yield ',"runs":['
  for (const [index, run] of runs.entries()) {
    yield `${separator(index)}${inElement(JSON.stringify(snapshotRunJson(run)))}`
  }
  yield '],"series":['
  for (const [index, entry] of series.entries()) yield `${separator(index)}${seriesText(entry)}`
  yield ']}'
}

function separator(index: number): string {
  return index === 0 ? '\n' : ',\n'
}

function seriesText({ runId, metric, series, notices }: SnapshotSeries): string {
  const odd = notices.length === 0 ? {} : { notices }
  return inElement(JSON.stringify({ runId, metric, ...odd, ...seriesToJson(series) }))
}

/** JSON has this sign within texts only. */
function inElement(json: string): string {
  return json.replaceAll('<', String.raw`\u003c`)
}
