import { useMemo } from 'react'
import type { Formatters } from '../format/formatters.ts'
import { useFormatters } from '../format/useFormatters.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import type { ChartMessages } from './messages.ts'

/** What the texts of a chart are written with. */
export interface ChartWords {
  readonly messages: ChartMessages
  readonly formatters: Formatters
}

/** Returns what the texts of a chart are written with in the language around. */
export function useChartWords(): ChartWords {
  const { charts: messages } = useMessages()
  const formatters = useFormatters()
  return useMemo(() => ({ messages, formatters }), [messages, formatters])
}
