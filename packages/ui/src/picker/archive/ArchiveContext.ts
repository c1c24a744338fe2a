import { createContext, useContext, type Context } from 'react'

/** What archives runs here, and says so with a way back. */
export interface Archiving {
  readonly canArchive: boolean
  /** Archives runs or takes them back; `name` says which one it is, where it is one. */
  readonly setArchived: (
    runIds: readonly string[],
    archived: boolean,
    name?: string,
  ) => Promise<boolean>
}

export const ArchiveContext: Context<Archiving | null> =
  /* @__PURE__ */ createContext<Archiving | null>(null)

/** Returns what the `ArchiveProvider` around gives; `null` where there is none. */
export function useArchiving(): Archiving | null {
  return useContext(ArchiveContext)
}
