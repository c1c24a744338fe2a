import { foreignCursor } from '../trackers/answerParts.ts'

/** Where a list goes on: at a page of MLflow's, behind so many of its runs. */
export interface MlflowCursor {
  readonly token: string | null
  readonly skip: number
}

export function writeCursor({ token, skip }: MlflowCursor): string {
  return JSON.stringify([token, skip])
}

/** @throws {RunoffError} `bad-option` for a cursor that was not written here. */
export function readCursor(cursor: string | null): MlflowCursor {
  if (cursor === null) return { token: null, skip: 0 }
  const [token, skip] = partsOf(cursor)
  const isToken = token === null || typeof token === 'string'
  const isCount = typeof skip === 'number' && Number.isSafeInteger(skip) && skip >= 0
  if (!isToken || !isCount) throw foreignCursor()
  return { token, skip }
}

function partsOf(text: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(text)
    return Array.isArray(value) ? value : []
  } catch {
    return []
  }
}
