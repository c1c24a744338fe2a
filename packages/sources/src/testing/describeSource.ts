import { describe, it } from 'vitest'
import { listClaims } from './listClaims.ts'
import { seriesClaims } from './seriesClaims.ts'
import type { MakeSource } from './sourceUnderTest.ts'
import { stopClaims } from './stopClaims.ts'

/**
 * Describes, as a suite of vitest, what every source must do. `make` is called for each test anew.
 *
 * The source needs at least two runs, and one of them four points of the metric or more.
 *
 * ```ts
 * describeSource('mySource', () => ({ source: mySource(recorded), metric: 'train/loss' }))
 * ```
 */
export function describeSource(name: string, make: MakeSource): void {
  // oxlint-disable-next-line vitest/valid-title -- the source's own name
  describe(name, () => {
    for (const [claim, check] of [...listClaims, ...seriesClaims, ...stopClaims]) {
      // oxlint-disable-next-line vitest/valid-title, vitest/expect-expect -- both are in the claim
      it(claim, async () => {
        const made = await make()
        try {
          await check(made)
        } finally {
          await made.close?.()
        }
      })
    }
  })
}
