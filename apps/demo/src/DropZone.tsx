import type { RunFile } from '@runoff/sources/files'
import { useState, type DragEvent, type ReactNode } from 'react'
import { readDrop } from './readDrop.ts'

export interface DropZoneProps {
  readonly onFiles: (files: readonly RunFile[]) => void
  readonly children: ReactNode
}

/** Takes files and folders that are dropped anywhere on it. Renders a `<div>`. */
export function DropZone({ onFiles, children }: DropZoneProps): ReactNode {
  const [isOver, setIsOver] = useState(false)
  const onDragOver = (event: DragEvent): void => {
    if (!event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    setIsOver(true)
  }
  const onDragLeave = (event: DragEvent): void => {
    const isStillInside =
      event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)
    if (!isStillInside) setIsOver(false)
  }
  const onDrop = (event: DragEvent): void => {
    event.preventDefault()
    setIsOver(false)
    void readDrop(event.dataTransfer).then(onFiles)
  }
  return (
    <div
      className="demo-page"
      data-dropping={isOver ? '' : undefined}
      onDragOver={onDragOver}
      onDragLeave={onDragLeave}
      onDrop={onDrop}
    >
      {children}
    </div>
  )
}
