import { useMemo } from 'react'
import type { Work } from '@runoff/core'
import { finish } from '@runoff/core/stats'
import { useSlicedWork } from '../work/useSlicedWork.ts'

export interface PromptWorkOptions {
  /** The work is done again when one of these is another. */
  readonly inputs: readonly unknown[]
  /** Whether the work is short enough to be done during render. */
  readonly isSmall: boolean
}

/** Returns the answer of work: at once where it is small, else the last that idle slices brought. */
export function usePromptWork<Answer>(
  start: () => Work<Answer>,
  { inputs, isSmall }: PromptWorkOptions,
): Answer | null {
  // oxlint-disable-next-line react/exhaustive-deps -- `start` says the same while its inputs do.
  const atOnce = useMemo(() => (isSmall ? finish(start()) : null), [isSmall, ...inputs])
  const sliced = useSlicedWork<Answer | null>(isSmall ? nothing : start, isSmall ? none : inputs)
  return isSmall ? atOnce : sliced.value
}

const none: readonly unknown[] = []

function* nothing(): Work<null> {
  yield 1
  return null
}
