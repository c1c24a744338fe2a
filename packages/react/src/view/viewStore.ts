import { decodeView, encodeView, type ComparisonView, type Notice } from '@runoff/core'
import { readPageAddress, replacePageAddress, watchPageAddress } from './pageAddress.ts'
import { withLinkText, type ViewAddress } from './viewAddress.ts'

export interface ViewState {
  readonly view: ComparisonView
  readonly notices: readonly Notice[]
}

/** A view and the address that it is kept in. */
export interface ViewStore {
  /** What the page starts with, also on a server: no address is read for it. */
  readonly getFirst: () => ViewState
  readonly get: () => ViewState
  readonly subscribe: (onChange: () => void) => () => void
  readonly set: (state: ViewState) => void
  /** Reads and writes an address until called off; `onTaken` hears of views that it brings. */
  readonly follow: (
    address: ViewAddress | null,
    onTaken: (view: ComparisonView) => void,
  ) => () => void
}

interface Memory {
  readonly first: ViewState
  readonly listeners: Set<() => void>
  address: ViewAddress | null
  /** `null` before it is first asked for. */
  state: ViewState | null
  /** What the address said when it was last read or written. */
  known: string | null
  isFollowing: boolean
  isUnwritten: boolean
  timer: ReturnType<typeof setTimeout> | undefined
}

/** Browsers refuse to replace the address more than some three times a second for long. */
const writeAfterMs = 400

const tooLong: Notice = {
  code: 'link-too-long',
  message:
    'The view is too long for an address, which keeps the one before it. Select fewer runs to ' +
    'have it in the link.',
}

/** Nothing outside is touched before `follow`, but that the first `get` reads the address. */
export function createViewStore(start: ComparisonView, address: ViewAddress | null): ViewStore {
  const memory: Memory = {
    first: { view: start, notices: [] },
    listeners: new Set(),
    address,
    state: null,
    known: null,
    isFollowing: false,
    isUnwritten: false,
    timer: undefined,
  }
  return {
    getFirst: () => memory.first,
    get: () => stateOf(memory),
    subscribe: (onChange) => {
      memory.listeners.add(onChange)
      return () => memory.listeners.delete(onChange)
    },
    set: (next) => {
      // An address that nobody has read yet must not take the place of this later.
      stateOf(memory)
      put(memory, next)
      writeSoon(memory)
    },
    follow: (next, onTaken) => follow(memory, next, onTaken),
  }
}

function stateOf(memory: Memory): ViewState {
  if (memory.state !== null) return memory.state
  memory.known = readPageAddress(memory.address)
  memory.state = memory.known === null ? memory.first : taken(memory.known, memory.first)
  return memory.state
}

function taken(text: string, first: ViewState): ViewState {
  const { view, notices } = decodeView(text)
  return notices.length === 0 ? { view, notices } : { view: first.view, notices }
}

function put(memory: Memory, next: ViewState): void {
  memory.state = next
  for (const onChange of memory.listeners) onChange()
}

function follow(
  memory: Memory,
  address: ViewAddress | null,
  onTaken: (view: ComparisonView) => void,
): () => void {
  stateOf(memory)
  memory.address = address
  if (address === null) return () => {}
  const read = (): void => readAgain(memory, onTaken)
  memory.isFollowing = true
  read()
  if (memory.isUnwritten) writeSoon(memory)
  const stopWatching = watchPageAddress(read, () => write(memory))
  return () => {
    memory.isFollowing = false
    clearTimeout(memory.timer)
    stopWatching()
  }
}

function readAgain(memory: Memory, onTaken: (view: ComparisonView) => void): void {
  const text = readPageAddress(memory.address)
  if (text === memory.known) return
  memory.known = text
  if (text === null) {
    // An anchor or a route that says nothing of the view leaves it as it is.
    writeSoon(memory)
    return
  }
  clearTimeout(memory.timer)
  memory.isUnwritten = false
  const next = taken(text, memory.first)
  put(memory, next)
  onTaken(next.view)
}

function writeSoon(memory: Memory): void {
  clearTimeout(memory.timer)
  memory.isUnwritten = true
  if (memory.isFollowing) memory.timer = setTimeout(() => write(memory), writeAfterMs)
}

function write(memory: Memory): void {
  clearTimeout(memory.timer)
  const { address, isUnwritten } = memory
  if (address === null || !isUnwritten) return
  memory.isUnwritten = false
  const text = textOf(stateOf(memory).view)
  noteLength(memory, text === null)
  if (text === null) return
  // What the page starts with anyway needs no place in the address.
  const next = text === textOf(memory.first.view) ? null : text
  const isWritten = replacePageAddress(withLinkText(location.href, next, address))
  // What a browser refuses waits for the next change, or for the page to go.
  memory.isUnwritten = !isWritten
  if (isWritten) memory.known = next
}

function noteLength(memory: Memory, isTooLong: boolean): void {
  const { view, notices } = stateOf(memory)
  const isNoted = notices.includes(tooLong)
  if (isNoted === isTooLong) return
  const others = notices.filter((notice) => notice !== tooLong)
  put(memory, { view, notices: isTooLong ? [...others, tooLong] : others })
}

/** `null` where it is too long. */
function textOf(view: ComparisonView): string | null {
  try {
    return encodeView(view)
  } catch {
    return null
  }
}
