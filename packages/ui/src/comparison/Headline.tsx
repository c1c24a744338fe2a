import type { Notice, Recommendation, Run } from '@runoff/core'
import type { ReactNode } from 'react'
import { visibleText } from '../format/visibleText.ts'
import { useFormatters } from '../format/useFormatters.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { RecommendationPanel } from '../recommendation/RecommendationPanel.tsx'
import type { ComparedRunsResult } from './useComparedRuns.ts'

export interface HeadlineProps {
  readonly compared: ComparedRunsResult
  /** `null` while that of thousands of runs is computed. */
  readonly recommendation: Recommendation | null
  readonly onOpenRun: ((run: Run) => void) | undefined
  /** Why a link has not brought what it should. */
  readonly notices?: readonly Notice[]
  /** Whether a dialog lies over it: then it is neither read nor reached. @default false */
  readonly isCovered?: boolean
  /** What stands under the answer, such as the choice of what runs are judged by. */
  readonly children?: ReactNode
}

/**
 * What the page has to say first. Renders a `<div>`, or nothing where the source has no runs: the
 * list says why.
 */
export function Headline(props: HeadlineProps): ReactNode {
  const { compared, recommendation, onOpenRun, notices = [], isCovered = false, children } = props
  const { comparison } = useMessages()
  const formatters = useFormatters()
  const { considered, scope, isLoading, knownCount, unknownCount } = compared
  if (knownCount === 0 && unknownCount === 0 && !isLoading) return null
  const isAwaited = considered.length === 0 && isLoading
  return (
    <div
      className="runoff-comparison-headline"
      // A dialog hides the rest of the page, but leaves what is spoken. React 18 knows no `inert`.
      ref={(element) => {
        if (element !== null) element.inert = isCovered
      }}
    >
      <RecommendationPanel
        recommendation={isAwaited ? null : recommendation}
        scope={scope}
        onOpenRun={onOpenRun}
      />
      {notices.map(({ code, message }) => (
        <p key={code} role="status" className="runoff-comparison-note">
          {visibleText(message)}
        </p>
      ))}
      {children}
      {unknownCount > 0 && (
        <p className="runoff-comparison-note">
          {comparison.unknownSelected(unknownCount, formatters.count)}
        </p>
      )}
    </div>
  )
}
