import { useMemo } from 'react'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { createFormatters, type Formatters } from './formatters.ts'

/** Returns what writes numbers and times in the language of the words around. */
export function useFormatters(): Formatters {
  const { format } = useMessages()
  return useMemo(() => createFormatters(format), [format])
}
