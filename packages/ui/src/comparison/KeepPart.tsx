import type { ReactNode } from 'react'
import { KeepSection } from '../keep/KeepSection.tsx'
import { useFormatters } from '../format/useFormatters.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { ArchiveButton } from '../picker/archive/ArchiveButton.tsx'
import type { ComparisonSubject } from './ComparisonSections.tsx'

/**
 * What is done when it is decided: files, a link, a snapshot, and to archive what the evidence rules
 * out. Renders a `<section>`.
 */
export function KeepPart(subject: ComparisonSubject): ReactNode {
  const { compared, objective, recommendation, view, link } = subject
  const { comparison } = useMessages()
  const formatters = useFormatters()
  const ruledOut = (recommendation?.others ?? []).filter(
    ({ considerArchiving, run }) => considerArchiving && !run.archived,
  )
  return (
    <KeepSection
      runs={compared.runs}
      listedRuns={compared.listed}
      objective={objective}
      recommendation={recommendation}
      view={view}
      link={link}
    >
      <ArchiveButton
        runIds={ruledOut.map(({ run }) => run.id)}
        label={comparison.archiveRuledOut(ruledOut.length, formatters.count)}
      />
    </KeepSection>
  )
}
