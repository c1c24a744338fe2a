import { readSnapshot, snapshotFormat, type Snapshot } from '@runoff/sources/snapshot'
import { StrictMode, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { snapshotPageIds } from './snapshotPageIds.ts'
import { SnapshotView } from './SnapshotView.tsx'

/** The page within a snapshot: finds the data beside it, and shows it. */
function start(): void {
  const root = document.getElementById(snapshotPageIds.root)
  if (root === null) return
  createRoot(root).render(
    <StrictMode>
      <Opened />
    </StrictMode>,
  )
}

const opened = open()

function open(): Snapshot | Error {
  try {
    return readSnapshot(document.getElementById(snapshotFormat)?.textContent ?? '')
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}

function Opened(): ReactNode {
  const { keep } = useMessages()
  if (!(opened instanceof Error)) {
    return <SnapshotView snapshot={opened} title={document.title} />
  }
  return (
    <p className="runoff runoff-snapshot-head" role="alert">
      {keep.snapshotBroken(opened.message)}
    </p>
  )
}

start()
