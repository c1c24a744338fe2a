import { useMemo } from 'react'
import type { Formatters } from '../format/formatters.ts'
import { useFormatters } from '../format/useFormatters.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import type { ParamMessages } from './messages.ts'

/** What the texts about parameters are written with. */
export interface ParamContext {
  readonly messages: ParamMessages
  readonly formatters: Formatters
}

/** Returns what the texts about parameters are written with in the language around. */
export function useParamContext(): ParamContext {
  const { params: messages } = useMessages()
  const formatters = useFormatters()
  return useMemo(() => ({ messages, formatters }), [messages, formatters])
}
