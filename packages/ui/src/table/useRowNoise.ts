import type { DeltaNoise, Objective } from '@runoff/core'
import { useMemo } from 'react'
import { noiseBeside } from '../recommendation/noiseBeside.ts'
import { useGivenEvidence } from '../recommendation/RecommendationProvider.tsx'
import type { Extremes } from './extremes.ts'
import type { SummaryRow } from './summaryRow.ts'

/** Returns what chance does to the difference of a row to the best ones, where the page knows it. */
export function useRowNoise(
  rows: readonly SummaryRow[],
  found: Extremes | null,
  objective: Objective,
): (row: SummaryRow) => DeltaNoise | null {
  const evidence = useGivenEvidence(objective)
  const best = useMemo(
    () => rows.filter((row) => row.best?.value === found?.best).map(({ run }) => run),
    [rows, found],
  )
  return ({ run }) => (evidence === null ? null : noiseBeside(best, run, evidence))
}
