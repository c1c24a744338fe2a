import { snapshotPageIds } from './snapshotPageIds.ts'

/**
 * Within a snapshot these take the place of `@runoff/ui/snapshot-app`: what is saved from an open
 * snapshot is made of the script and the stylesheet that it was opened with.
 */
const scriptElement = document.getElementById(snapshotPageIds.script)
const styleElement = document.getElementById(snapshotPageIds.style)

export const script: string = scriptElement?.textContent ?? ''
export const style: string = styleElement?.textContent ?? ''
export const scriptHash: string = scriptElement?.dataset['hash'] ?? ''
export const styleHash: string = styleElement?.dataset['hash'] ?? ''
