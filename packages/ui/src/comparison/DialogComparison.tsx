import type { Notice } from '@runoff/core'
import type { ReactNode } from 'react'
import { ChartGroup } from '../charts/ChartGroup.tsx'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { ComparisonPart } from './ComparisonPart.tsx'
import { CurvesPart, NumberParts, type ComparisonSubject } from './ComparisonSections.tsx'
import { Headline } from './Headline.tsx'
import { RunHighlighter } from './RunHighlighter.tsx'
import { RunsFailure } from './RunsFailure.tsx'
import { useViewDomain } from './useViewDomain.ts'

export interface DialogComparisonProps extends ComparisonSubject {
  readonly notices: readonly Notice[]
}

/** What the dialog holds: everything that the page says of the selected runs, without the list. */
export function DialogComparison({ notices, ...subject }: DialogComparisonProps): ReactNode {
  const { comparison } = useMessages()
  const domain = useViewDomain(subject.view, subject.onViewChange)
  return (
    <ChartGroup {...domain}>
      <RunHighlighter>
        <RunsFailure error={subject.compared.error} onRetry={subject.compared.reload} />
        <ComparisonPart name={comparison.answerPart} resetKey={subject.compared.runs}>
          <Headline {...subject} />
        </ComparisonPart>
        <CurvesPart {...subject} notices={notices} />
        <NumberParts {...subject} />
      </RunHighlighter>
    </ChartGroup>
  )
}
