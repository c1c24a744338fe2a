import { useRuns, useRunSelection, RunoffProvider } from '@runoff/react'
import type { RunSource } from '@runoff/sources'
import { memorySource } from '@runoff/sources/memory'
import type { ReactNode } from 'react'
import { ArchiveButton } from '../archive/ArchiveButton.tsx'
import { ArchiveProvider } from '../archive/ArchiveProvider.tsx'
import { CompareBar } from '../CompareBar.tsx'
import { RunPicker, type RunPickerProps } from '../RunPicker.tsx'

export interface ArchivePageProps extends Pick<RunPickerProps, 'defaultView' | 'onOpenRun'> {
  readonly source: RunSource
  /** The runs that the button archives. */
  readonly runIds?: readonly string[]
}

/** A source that archives its runs, or fails to. */
export function archivingSource(failure: Error | null = null): RunSource {
  const inner = memorySource({
    runs: ['a', 'b', 'c', 'd'].map((id, day) => ({
      id,
      name: `lr-${day + 1}e-4`,
      status: 'completed' as const,
      createdAtMs: Date.UTC(2026, 2, 9 - day),
      archived: id === 'd',
      metrics: { 'eval/loss': 0.2 + day / 10 },
    })),
  })
  if (failure === null) return inner
  return { ...inner, setArchived: () => Promise.reject(failure) }
}

const everyRun = { includeArchived: true }

function Runs({ runIds = [], ...props }: Omit<ArchivePageProps, 'source'>): ReactNode {
  const runs = useRuns(everyRun)
  const selection = useRunSelection()
  return (
    <>
      <RunPicker {...props} runs={runs} selection={selection} />
      <CompareBar runs={runs.runs} selection={selection} onCompare={() => {}} />
      <ArchiveButton runIds={runIds} />
    </>
  )
}

/** The list over a source, with what archives the runs of it. */
export function ArchivePage({ source, ...props }: ArchivePageProps): ReactNode {
  return (
    <RunoffProvider source={source}>
      <ArchiveProvider>
        <Runs {...props} />
      </ArchiveProvider>
    </RunoffProvider>
  )
}
