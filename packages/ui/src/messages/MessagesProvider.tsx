import { createContext, useContext, useMemo, type ReactNode } from 'react'
import { mergeMessages } from './mergeMessages.ts'
import { englishMessages, openRecords, type Messages, type PartialMessages } from './messages.ts'

const MessagesContext = /* @__PURE__ */ createContext<Messages>(englishMessages)

export interface MessagesProviderProps {
  /** What is given takes the place of the words around it; keep the object, it is compared by identity. */
  readonly messages: PartialMessages
  readonly children?: ReactNode
}

/** Gives the parts within other words. Renders no element. */
export function MessagesProvider({ messages, children }: MessagesProviderProps): ReactNode {
  const outer = useMessages()
  const merged = useMemo(() => mergeMessages(outer, messages, { openRecords }), [outer, messages])
  return <MessagesContext.Provider value={merged}>{children}</MessagesContext.Provider>
}

/** Returns the words of the nearest `MessagesProvider`, English where there is none. */
export function useMessages(): Messages {
  return useContext(MessagesContext)
}
