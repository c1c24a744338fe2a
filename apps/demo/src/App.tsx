import { RunComparison } from '@runoff/ui'
import { useState, type ReactNode } from 'react'
import { DropZone } from './DropZone.tsx'
import { ExperimentChooser } from './ExperimentChooser.tsx'
import { OpenFiles } from './OpenFiles.tsx'
import { ServerTrouble } from './ServerTrouble.tsx'
import { ThemeChooser } from './ThemeChooser.tsx'
import { useAddressParam } from './useAddressParam.ts'
import { useExperiments } from './useExperiments.ts'
import { useOwnFiles } from './useOwnFiles.ts'
import { usePageSource } from './usePageSource.ts'

/** Where a person's view is kept, so that a reload and a link show the same. */
const viewAddress = { in: 'hash', key: 'view' } as const

/** The page: the runs of the server, and those of files that are dropped on it. */
export function App(): ReactNode {
  const server = useExperiments()
  const files = useOwnFiles()
  const first = server.experiments[0]?.id ?? null
  const [experimentId, choose] = useAddressParam('experiment', first)
  const [attempt, setAttempt] = useState(0)
  const { source, trouble } = usePageSource(experimentId, files.folders)

  const askAgain = (): void => {
    server.reload()
    setAttempt((count) => count + 1)
  }
  return (
    <DropZone onFiles={files.add}>
      <header className="demo-header">
        <h1>Runoff</h1>
        <ExperimentChooser
          experiments={server.experiments}
          value={experimentId}
          onChange={choose}
        />
        <OpenFiles files={files} />
        <ThemeChooser />
      </header>
      <main>
        <ServerTrouble error={server.error ?? trouble} onRetry={askAgain} />
        {server.status === 'loading' ? (
          <p role="status">Asking the server for its experiments …</p>
        ) : (
          <RunComparison key={`${experimentId} ${attempt}`} source={source} address={viewAddress} />
        )}
      </main>
    </DropZone>
  )
}
