import { createContext, useContext, useMemo, useState, type ReactNode } from 'react'
import { runStyles, type RunStyle } from './runStyle.ts'

export type RunStyles = ReadonlyMap<string, RunStyle>

const RunStylesContext = /* @__PURE__ */ createContext<RunStyles | null>(null)

export interface RunStylesProviderProps {
  /** The runs that are compared now. */
  readonly runIds: readonly string[]
  readonly children?: ReactNode
}

interface Given {
  readonly key: string
  /** Every look that was given and that nobody has taken since, also of runs that are gone. */
  readonly styles: RunStyles
}

/**
 * Gives every part within the same look for a run, and a run the look it had before: selecting and
 * deselecting others changes no colour on screen. Renders no element.
 */
export function RunStylesProvider({ runIds, children }: RunStylesProviderProps): ReactNode {
  const [given, setGiven] = useState<Given>(() => giveStyles(runIds, new Map()))
  const key = JSON.stringify(runIds)
  const current = key === given.key ? given : giveStyles(runIds, given.styles)
  if (current !== given) setGiven(current)
  return <RunStylesContext.Provider value={current.styles}>{children}</RunStylesContext.Provider>
}

/** Returns the looks that the provider around has given, `null` where there is none. */
export function useGivenRunStyles(): RunStyles | null {
  return useContext(RunStylesContext)
}

/** Returns the looks of some runs: those of the provider around, else by the ids alone. */
export function useRunStyles(runIds: readonly string[]): RunStyles {
  const given = useGivenRunStyles()
  return useMemo(() => runStyles(runIds, { previous: given }), [runIds, given])
}

function giveStyles(runIds: readonly string[], before: RunStyles): Given {
  const now = runStyles(runIds, { previous: before })
  const taken = new Set(Array.from(now.values(), ({ slot }) => slot))
  const left = [...before].filter(([runId, { slot }]) => !now.has(runId) && !taken.has(slot))
  return { key: JSON.stringify(runIds), styles: new Map([...now, ...left]) }
}
