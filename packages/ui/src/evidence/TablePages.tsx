import type { ReactNode } from 'react'
import { useFormatters } from '../format/useFormatters.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { rowsPerPage, type pageOf } from './evidenceColumns.ts'

export interface TablePagesProps {
  readonly page: Pick<ReturnType<typeof pageOf>, 'page' | 'pages' | 'first'>
  readonly total: number
  readonly onPageChange: (page: number) => void
}

/** Turns the pages of a long table and says which rows are shown. Renders a `<div>`. */
export function TablePages({ page, total, onPageChange }: TablePagesProps): ReactNode {
  const { evidence } = useMessages()
  const { count } = useFormatters()
  const last = Math.min(total, page.first + rowsPerPage)
  const step = (by: number, isEnd: boolean, words: string): ReactNode => (
    <button
      type="button"
      className="runoff-chart-button"
      // Not `disabled`: that would drop the focus of whoever has come to the end.
      aria-disabled={isEnd}
      onClick={() => {
        if (!isEnd) onPageChange(page.page + by)
      }}
    >
      {words}
    </button>
  )
  return (
    <div className="runoff-evidence-pages">
      {step(-1, page.page === 0, evidence.previousPage)}
      {step(1, page.page === page.pages - 1, evidence.nextPage)}
      <span role="status">{evidence.page(count(page.first + 1), count(last), count(total))}</span>
    </div>
  )
}
