import type { Viewport } from '../../geometry/viewport.ts'
import { shownIn } from '../model/shownIn.ts'
import { viewportOf } from '../model/viewportOf.ts'
import type { EngineView } from './chartEngine.ts'

/** Returns what will be on screen with the next frame, so that two keys within one add up. */
export function freshViewport(view: Pick<EngineView, 'scene' | 'state'>): Viewport | null {
  const { model, chartId } = view.scene()
  return viewportOf(model, shownIn(view.state(), chartId))
}
