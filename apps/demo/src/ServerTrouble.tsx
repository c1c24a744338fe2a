import { RunoffError } from '@runoff/core'
import type { ReactNode } from 'react'

export interface ServerTroubleProps {
  readonly error: Error | null
  readonly onRetry: () => void
}

/** Says why the server's runs cannot be had, and what still works. */
export function ServerTrouble({ error, onRetry }: ServerTroubleProps): ReactNode {
  return (
    <div role="alert" className="demo-trouble">
      {error !== null && (
        <>
          <p>{isMissing(error) ? missing : silent} Files can be opened all the same.</p>
          <p className="demo-muted">{error.message}</p>
          <button type="button" onClick={onRetry}>
            Ask again
          </button>
        </>
      )}
    </div>
  )
}

const silent = 'The server does not answer, so its runs cannot be shown: is it still running?'
const missing = 'The experiment of this address is not on this server: choose another one.'

/** A link may come from another server, or be older than what was deleted. */
function isMissing(error: Error): boolean {
  return error instanceof RunoffError && error.code === 'not-found'
}
