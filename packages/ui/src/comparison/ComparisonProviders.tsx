import { RunoffProvider } from '@runoff/react'
import type { RunSource } from '@runoff/sources'
import type { ReactNode } from 'react'
import { MessagesProvider } from '../messages/MessagesProvider.tsx'
import type { PartialMessages } from '../messages/messages.ts'

export interface ComparisonProvidersProps {
  /** Without it, the source is that of the `RunoffProvider` around. */
  readonly source: RunSource | undefined
  readonly messages: PartialMessages | undefined
  readonly children: ReactNode
}

const english: PartialMessages = {}

/** The words and the source of a comparison that a host renders. Renders no element. */
export function ComparisonProviders(props: ComparisonProvidersProps): ReactNode {
  const { source, messages = english, children } = props
  return (
    <MessagesProvider messages={messages}>
      {source === undefined ? (
        children
      ) : (
        <RunoffProvider source={source}>{children}</RunoffProvider>
      )}
    </MessagesProvider>
  )
}
