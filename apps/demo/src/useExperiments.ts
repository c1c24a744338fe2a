import { useCallback, useEffect, useState } from 'react'

/** A named set of runs on the server. */
export interface Experiment {
  readonly id: string
  readonly name: string
  readonly run_count: number
}

export interface ExperimentsResult {
  readonly status: 'loading' | 'ready' | 'error'
  /** Those that were last heard of. */
  readonly experiments: readonly Experiment[]
  readonly error: Error | null
  readonly reload: () => void
}

type State = Omit<ExperimentsResult, 'reload'>

const loading: State = { status: 'loading', experiments: [], error: null }
const newRequest = (): Request => new Request('/api/v1/experiments')

/** Asks the server that this page came from for its experiments. */
export function useExperiments(): ExperimentsResult {
  const [state, setState] = useState(loading)
  // Another request object is another attempt.
  const [request, setRequest] = useState(newRequest)
  useEffect(() => {
    const controller = new AbortController()
    const show = async (): Promise<void> => {
      const answer = await readExperiments(request, controller.signal)
      if (!controller.signal.aborted) setState((last) => ({ ...last, ...answer }))
    }
    void show()
    return () => controller.abort()
  }, [request])
  const reload = useCallback(() => setRequest(newRequest()), [])
  return { ...state, reload }
}

async function readExperiments(request: Request, signal: AbortSignal): Promise<Partial<State>> {
  try {
    const answer = await fetch(request, { signal })
    if (!answer.ok) throw new Error(`The server answered with ${answer.status}.`)
    const { experiments } = (await answer.json()) as Pick<State, 'experiments'>
    return { status: 'ready', experiments, error: null }
  } catch (error) {
    return { status: 'error', error: error instanceof Error ? error : new Error(String(error)) }
  }
}
