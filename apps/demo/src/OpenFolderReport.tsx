import type { ReactNode } from 'react'
import type { OpenFolder } from './useOwnFiles.ts'
import { useFolderRuns } from './useFolderRuns.ts'

export interface OpenFolderReportProps {
  readonly folder: OpenFolder
  readonly onRemove: (id: string) => void
}

/** Says what was recognised in files that were opened together, and what was not. */
export function OpenFolderReport({ folder, onRemove }: OpenFolderReportProps): ReactNode {
  const { status, runs, notices } = useFolderRuns(folder.source)
  const title = titleOf(folder)
  return (
    <li>
      <bdi>{title}</bdi>: {status === 'loading' ? 'reading …' : foundWords(runs.length)}{' '}
      <button type="button" onClick={() => onRemove(folder.id)} aria-label={`Remove ${title}`}>
        Remove
      </button>
      {notices.length > 0 && (
        <ul className="demo-muted">
          {notices.slice(0, shownNotices).map((notice) => (
            <li key={`${notice.code} ${notice.message}`}>
              <bdi>{notice.message}</bdi>
            </li>
          ))}
          {notices.length > shownNotices && (
            <li>and {notices.length - shownNotices} more files like these.</li>
          )}
        </ul>
      )}
    </li>
  )
}

const shownNotices = 5

function titleOf({ files }: OpenFolder): string {
  const [first = '', ...others] = new Set(files.map(({ path }) => path.split('/')[0] ?? path))
  return others.length === 0 ? first : `${first} and ${others.length} more`
}

const whatIsRead = 'Runoff reads trainer_state.json, JSON Lines, CSV and the logs of trainings.'

function foundWords(count: number): string {
  if (count === 0) return `no run was recognised. ${whatIsRead}`
  return `${count} ${count === 1 ? 'run was' : 'runs were'} added.`
}
