import { combineSources, defineSource, type RunSource } from '@runoff/sources'
import { memorySource } from '@runoff/sources/memory'
import { restSource } from '@runoff/sources/rest'
import { useMemo, useState } from 'react'
import { allExperiments } from './ExperimentChooser.tsx'
import type { OpenFolder } from './useOwnFiles.ts'

export interface PageSource {
  readonly source: RunSource
  /** Why the server's runs cannot be had. */
  readonly trouble: Error | null
}

/**
 * One source over an experiment of the server, or all of them, and the files that were opened.
 *
 * The server's own failures are told apart, because a combined source shows the runs it can get.
 */
export function usePageSource(
  experimentId: string | null,
  folders: readonly OpenFolder[],
): PageSource {
  const [trouble, setTrouble] = useState<Error | null>(null)
  const server = useMemo(
    () => (experimentId === null ? [] : [serverSource(experimentId, setTrouble)]),
    [experimentId],
  )
  const source = useMemo(
    () => combineSources([nothing, ...server, ...folders.map((folder) => folder.source)]),
    [server, folders],
  )
  return { source, trouble }
}

/**
 * Always there, so that a run keeps its combined id when the first file comes or the last goes. It
 * says that it would tell of changes: a source that does not makes the page ask all of them.
 */
const nothing = defineSource({
  ...memorySource({ id: 'none', runs: [] }),
  watch: () => () => undefined,
})

function serverSource(experimentId: string, onAnswer: (error: Error | null) => void): RunSource {
  const whole = { id: 'server', baseUrl: '' }
  const server = restSource(experimentId === allExperiments ? whole : { ...whole, experimentId })
  return defineSource({
    ...server,
    async listRuns(query, options) {
      try {
        const page = await server.listRuns(query, options)
        onAnswer(null)
        return page
      } catch (error) {
        if (options?.signal?.aborted !== true && error instanceof Error) onAnswer(error)
        throw error
      }
    },
  })
}
