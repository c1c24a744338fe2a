import { useRef, type RefObject } from 'react'
import { useBrowserLayoutEffect } from '../effects/useBrowserLayoutEffect.ts'
import type { ChartStore } from './chartStore.ts'
import { createChartEngine, type ChartEngine } from './engine/chartEngine.ts'
import type { ChartElements, Scene } from './engine/scene.ts'

/**
 * Runs the engine of a chart over the elements within a box, from the first render to the last.
 * The engine finds its elements by their `data-part`.
 */
export function useChartEngine(
  box: RefObject<HTMLElement | null>,
  store: ChartStore,
  scene: Scene,
): void {
  const engine = useRef<ChartEngine | null>(null)
  const latest = useRef(scene)

  useBrowserLayoutEffect(() => {
    latest.current = scene
    engine.current?.update(scene)
  })

  useBrowserLayoutEffect(() => {
    if (box.current === null) return undefined
    const running = createChartEngine(elementsOf(box.current), store, latest.current)
    engine.current = running
    running.update(latest.current)
    return () => {
      engine.current = null
      running.stop()
    }
  }, [box, store])
}

function elementsOf(box: HTMLElement): ChartElements {
  const find = (part: string): HTMLElement | null =>
    box.querySelector<HTMLElement>(`[data-part="${part}"]`)
  const always = (part: string): HTMLElement => {
    const element = find(part)
    if (element === null) throw new Error(`A plot has no ${part}.`)
    return element
  }
  const canvas = find('canvas')
  return {
    box,
    surface: always('surface'),
    live: always('live'),
    probe: always('probe'),
    canvas: canvas instanceof HTMLCanvasElement ? canvas : null,
    crosshair: find('crosshair'),
    dot: find('dot'),
    brush: find('brush'),
    tooltip: find('tooltip'),
  }
}
