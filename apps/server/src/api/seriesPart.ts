import type { StoredSeriesQuery } from '../store/metricStore.ts'
import { Problem } from './problem.ts'
import { countSchema } from './querySchema.ts'

/** Which part of a series is wanted, as it is sent. */
export interface SeriesPart {
  readonly min_step?: number
  readonly max_step?: number
  readonly max_points?: number
  readonly since?: number
}

export const partSchemas: Readonly<Record<string, object>> = {
  min_step: { type: 'number', description: 'The first step.' },
  max_step: { type: 'number', description: 'The last step.' },
  max_points: { ...countSchema, description: 'At most so many points of each series.' },
  since: { type: 'number', description: 'Only points after this step.' },
}

/**
 * Returns the part as the store takes it, without the number of points.
 *
 * @throws {Problem} `bad-option` when the last step comes before the first.
 */
export function storedPart({
  min_step: from,
  max_step: to,
  since,
}: SeriesPart): Pick<StoredSeriesQuery, 'from' | 'to' | 'since'> {
  if (from !== undefined && to !== undefined && from > to) {
    const detail = `"min_step" is ${from}, and must not be above "max_step", which is ${to}.`
    throw new Problem('bad-option', detail)
  }
  return {
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(since !== undefined && { since }),
  }
}
