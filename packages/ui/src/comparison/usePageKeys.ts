import { useState, type KeyboardEvent } from 'react'

export interface PageKeys {
  readonly isListOpen: boolean
  readonly setListOpen: (isOpen: boolean) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

/** Returns what opens the list of keys: `?`, wherever nobody is writing and no part has its own answer. */
export function usePageKeys(): PageKeys {
  const [isListOpen, setListOpen] = useState(false)
  return {
    isListOpen,
    setListOpen,
    onKeyDown: (event) => {
      if (event.key !== '?' || event.defaultPrevented || isWriting(event.target)) return
      event.preventDefault()
      setListOpen(true)
    },
  }
}

const writing = 'input:not([type=checkbox], [type=radio], [type=range]), textarea, select'

function isWriting(target: EventTarget): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || target.matches(writing)
}
