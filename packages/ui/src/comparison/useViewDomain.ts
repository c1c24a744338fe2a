import type { ComparisonView } from '@runoff/core'
import { useCallback, useMemo } from 'react'
import type { ChartGroupProps } from '../charts/ChartGroup.tsx'
import type { XDomain } from '../charts/chartStore.ts'

/** Returns what ties the zoom of a group of charts to the view. */
export function useViewDomain(
  { xDomain: shown }: Pick<ComparisonView, 'xDomain'>,
  onViewChange: (change: Partial<ComparisonView>) => void,
): Required<Pick<ChartGroupProps, 'xDomain' | 'onXDomainChange'>> {
  const { from, to } = shown ?? { from: NaN, to: NaN }
  const xDomain = useMemo<XDomain | null>(() => (from < to ? [from, to] : null), [from, to])
  const onXDomainChange = useCallback(
    (next: XDomain | null) =>
      onViewChange({ xDomain: next === null ? null : { from: next[0], to: next[1] } }),
    [onViewChange],
  )
  return { xDomain, onXDomainChange }
}
