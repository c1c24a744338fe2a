import { useEffect, useRef, type RefObject } from 'react'
import { watchLooks } from '../charts/engine/watchLooks.ts'
import type { ParallelPicture } from './paintParallel.ts'
import { createParallelPainter, type ParallelPainter } from './parallelPainter.ts'

export interface ParallelCanvas {
  readonly canvas: RefObject<HTMLCanvasElement | null>
  /** What tells when the colours change. */
  readonly probe: RefObject<HTMLSpanElement | null>
}

/** Keeps a canvas painted with a picture, and returns the refs of what it needs. */
export function useParallelCanvas(picture: ParallelPicture): ParallelCanvas {
  const canvas = useRef<HTMLCanvasElement>(null)
  const probe = useRef<HTMLSpanElement>(null)
  const painter = useRef<ParallelPainter | null>(null)

  useEffect(() => {
    if (canvas.current === null || probe.current === null) return undefined
    const made = createParallelPainter(canvas.current)
    const stopWatching = watchLooks(probe.current, made.repaint)
    painter.current = made
    return () => {
      stopWatching()
      made.stop()
      painter.current = null
    }
  }, [])

  useEffect(() => {
    if (picture.layout.width > 0 && picture.height > 0) painter.current?.paint(picture)
  }, [picture])

  return { canvas, probe }
}
