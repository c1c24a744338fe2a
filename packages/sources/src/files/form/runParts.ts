import type { Notice } from '@runoff/core'
import type { Config, ParsedRun, RunKind } from '../formats/parsedFile.ts'

/** What one file says of one run. */
export interface RunPiece {
  readonly path: string
  readonly kind: RunKind
  readonly run: ParsedRun
}

/** Everything that was found of one run, before it is formed. */
export interface RunParts {
  readonly id: string
  /** From the shortest; a longer one is taken where two runs share the shorter. */
  readonly names: readonly string[]
  /** The folder that the run shares with others like it. */
  readonly parent: string
  /** Those that are believed first at the front. */
  readonly pieces: readonly RunPiece[]
  readonly configs: readonly Config[]
  readonly results: readonly ReadonlyMap<string, number>[]
  readonly notices: readonly Notice[]
}
