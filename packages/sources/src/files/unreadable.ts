import type { Notice } from '@runoff/core'

/** Returns the notice that stands for a file which could not be read. */
export function unreadable(path: string, cause: unknown): Notice {
  const reason = cause instanceof Error ? cause.message : String(cause)
  return { code: 'unreadable-file', message: `${path} was not read: ${reason}`, path }
}
