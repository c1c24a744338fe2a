import type { Run } from '../run/run.ts'
import type { Recommendation } from './recommend.ts'

/** A recommendation as plain JSON: each run in it is `{ id, source }`. */
export type RecommendationJson = Readonly<Record<string, unknown>>

/**
 * Returns a recommendation as plain JSON, for a file, a network or a comparison.
 *
 * Runs become `{ id, source }`; everything else keeps its name and its numbers. The same runs give
 * the same text in any order of the runs, in any time zone and in any locale.
 */
export function recommendationToJson(recommendation: Recommendation): RecommendationJson {
  return plain(recommendation) as RecommendationJson
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  if (isRun(value)) return { id: value.id, source: value.source }
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, plain(inner)]))
}

/** Nothing else in a recommendation has both. */
function isRun(value: object): value is Run {
  return 'metrics' in value && 'params' in value
}
