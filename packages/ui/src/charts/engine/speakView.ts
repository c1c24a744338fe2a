import { isSameDomain, type ChartState, type ChartStore } from '../chartStore.ts'
import type { Announcer } from './announcer.ts'
import type { EngineView } from './chartEngine.ts'
import type { ChartElements } from './scene.ts'
import { zoomWords } from './zoomWords.ts'

/** While points keep coming, not more often than this. */
const followPauseMs = 10_000

/**
 * Says what a chart shows whenever that has changed, by keys, pointer or buttons, until stopped.
 * In a group of charts only the one that has the focus speaks.
 */
export function speakView(
  { surface }: ChartElements,
  view: EngineView,
  { store, announcer }: { readonly store: ChartStore; readonly announcer: Announcer },
): () => void {
  let followedAt = -Infinity
  return store.subscribe((state, before) => {
    const figure = surface.closest('figure') ?? surface
    if (!figure.contains(surface.ownerDocument.activeElement)) return
    const { messages } = view.scene()
    if (state.isFollowing !== before.isFollowing) {
      announcer.say(state.isFollowing ? messages.followBegun : () => followEndWords(view))
    } else if (isMovedOn(state, before)) {
      if (performance.now() - followedAt < followPauseMs) return
      followedAt = performance.now()
      announcer.say(messages.movedOn)
    } else if (isViewChanged(state, before)) announcer.say(() => zoomWords(view))
  })
}

function followEndWords(view: EngineView): string {
  return view.scene().formatters.join([view.scene().messages.followEnded, zoomWords(view)])
}

function isViewChanged(state: ChartState, before: ChartState): boolean {
  return !isSameDomain(state.domain, before.domain) || state.yDomains !== before.yDomains
}

/** Whether it went on by itself: as long as it was, and to what is newer. */
function isMovedOn({ domain, isFollowing }: ChartState, before: ChartState): boolean {
  if (!isFollowing || domain === null || before.domain === null) return false
  return domain.to > before.domain.to && domain.from > before.domain.from
}
