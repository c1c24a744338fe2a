import { visibleText } from '../format/visibleText.ts'
import { useFormatters } from '../format/useFormatters.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { RunComparison } from '../comparison/RunComparison.tsx'
import { snapshotSource, type Snapshot } from '@runoff/sources/snapshot'
import { useMemo, type ReactNode } from 'react'

export interface SnapshotViewProps {
  readonly snapshot: Snapshot
  readonly title: string
}

/** As many as the page takes at once anyway. */
const usuallySelected = 5
const mostFailures = 50

/** A snapshot as a page: what it is, what is missing in it, and the comparison as it was kept. */
export function SnapshotView({ snapshot, title }: SnapshotViewProps): ReactNode {
  const { keep } = useMessages()
  const { dateTime, count } = useFormatters()
  const source = useMemo(() => snapshotSource(snapshot), [snapshot])
  const { objective, policy, view, createdAtMs, runs } = snapshot
  return (
    <>
      <header className="runoff runoff-snapshot-head">
        <h1>
          <bdi>{visibleText(title)}</bdi>
        </h1>
        <p>{keep.snapshotOf(dateTime(createdAtMs), runs.length, count)}</p>
        {policy === null && <p>{keep.snapshotPolicy}</p>}
        <Failures snapshot={snapshot} />
      </header>
      <main>
        <RunComparison
          source={source}
          objective={objective}
          policy={policy ?? 'composite'}
          defaultView={view}
          maxSelected={Math.max(usuallySelected, view.selectedIds.length)}
        />
      </main>
    </>
  )
}

/** What could not be read when it was made. Renders a `<details>`, or nothing. */
function Failures({
  snapshot: { failures, runs },
}: Pick<SnapshotViewProps, 'snapshot'>): ReactNode {
  const { keep } = useMessages()
  const { count } = useFormatters()
  if (failures.length === 0) return null
  const names = new Map(runs.map((run) => [run.id, run.name]))
  return (
    <details>
      <summary>{keep.snapshotFailures(failures.length, count)}</summary>
      <ul>
        {failures.slice(0, mostFailures).map(({ runId, metric, message }) => (
          <li key={`${runId}\n${metric}`}>
            <bdi>{visibleText(names.get(runId) ?? runId)}</bdi>, <bdi>{visibleText(metric)}</bdi>:{' '}
            <bdi>{visibleText(message)}</bdi>
          </li>
        ))}
      </ul>
      {failures.length > mostFailures && (
        <p>{keep.snapshotMore(failures.length - mostFailures, count)}</p>
      )}
    </details>
  )
}
