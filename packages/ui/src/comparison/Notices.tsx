import type { Notice } from '@runoff/core'
import type { ReactNode } from 'react'
import { useFormatters } from '../format/useFormatters.ts'
import { visibleText } from '../format/visibleText.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'

export interface NoticesProps {
  readonly notices: readonly Notice[]
}

/** What was odd about the data, folded. Renders a `<details>`, or nothing without notices. */
export function Notices({ notices }: NoticesProps): ReactNode {
  const { comparison } = useMessages()
  const { count } = useFormatters()
  if (notices.length === 0) return null
  return (
    <details className="runoff-comparison-notices">
      <summary>{comparison.notices(notices.length, count)}</summary>
      <ul>
        {notices.map((notice, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- two notices may be equal in every word
          <li key={index}>
            <bdi>{visibleText(notice.message)}</bdi>
            {notice.path !== undefined && (
              <code className="runoff-comparison-path">
                <bdi>{placeOf(notice.path, notice.line)}</bdi>
              </code>
            )}
            {(notice.count ?? 1) > 1 && ` ${comparison.noticeCount(notice.count ?? 1, count)}`}
          </li>
        ))}
      </ul>
    </details>
  )
}

function placeOf(path: string, line: number | undefined): string {
  return line === undefined ? visibleText(path) : `${visibleText(path)}:${line}`
}
