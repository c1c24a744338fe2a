import type { ReactNode } from 'react'

export interface ServerTroubleProps {
  readonly error: Error | null
  readonly onRetry: () => void
}

/** Says that the server cannot be reached, and what still works. */
export function ServerTrouble({ error, onRetry }: ServerTroubleProps): ReactNode {
  return (
    <div role="alert" className="demo-trouble">
      {error !== null && (
        <>
          <p>
            The server does not answer, so its runs cannot be shown: is it still running? Files can
            be opened all the same.
          </p>
          <p className="demo-muted">{error.message}</p>
          <button type="button" onClick={onRetry}>
            Ask again
          </button>
        </>
      )}
    </div>
  )
}
