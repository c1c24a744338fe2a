/** The shape that marks a run where colour and dash cannot be seen. */
export type MarkerShape =
  | 'circle'
  | 'square'
  | 'triangle'
  | 'diamond'
  | 'plus'
  | 'cross'
  | 'hexagon'
  | 'star'

/** How one run looks in every chart, legend and table. */
export interface RunStyle {
  /** From 1 on; no two runs of one comparison share it. */
  readonly slot: number
  /** The name of the CSS variable that holds the colour: `--runoff-color-3`. */
  readonly colorVariable: string
  /** Lengths of strokes and gaps in CSS pixels; empty is a solid line. */
  readonly dash: readonly number[]
  readonly marker: MarkerShape
}

export interface RunStylesOptions {
  /** Styles given before: who is among them keeps its own, so nothing changes colour on screen. */
  readonly previous?: ReadonlyMap<string, RunStyle> | null | undefined
}

export const colorCount = 12
const firstColors = 5

// Three cycles without a common divisor that is small: 120 runs pass before all three repeat.
const dashes: readonly (readonly number[])[] = [[], [9, 3], [5, 3], [9, 3, 2, 3], [2, 3]]
const markers: readonly MarkerShape[] = [
  'circle',
  'square',
  'triangle',
  'diamond',
  'plus',
  'cross',
  'hexagon',
  'star',
]

/**
 * Returns the look of each run, by run id.
 *
 * A run's slot comes from a hash of its id, so it looks the same in every list that it is in. Only
 * where two ids want one slot does the later in the list take the next free one; a run that is
 * added at the end never changes those before it. The first five runs share the first five
 * colours, the first twelve have each their own, and from then on dash and marker tell them apart.
 */
export function runStyles(
  runIds: readonly string[],
  options: RunStylesOptions = {},
): ReadonlyMap<string, RunStyle> {
  const slots = new Map<string, number>()
  const taken = new Set<number>()
  const openBlock = firstOpenBlock(taken)
  const take = (runId: string, slot: number): void => {
    slots.set(runId, slot)
    taken.add(slot)
  }
  for (const runId of runIds) {
    const kept = options.previous?.get(runId)
    if (kept !== undefined && !slots.has(runId) && !taken.has(kept.slot)) take(runId, kept.slot)
  }
  for (const runId of runIds) {
    if (!slots.has(runId)) take(runId, freeSlot(hashOf(runId), taken, openBlock()))
  }
  return new Map(runIds.map((runId) => [runId, styleOfSlot(slots.get(runId) ?? 1)]))
}

/** Returns the look that belongs to a slot, from 1 on. */
export function styleOfSlot(slot: number): RunStyle {
  const place = slot - 1
  return {
    slot,
    colorVariable: `--runoff-color-${(place % colorCount) + 1}`,
    dash: dashes[place % dashes.length] ?? [],
    marker: markers[place % markers.length] ?? 'circle',
  }
}

/** Slots are never given back: of ten thousand runs none looks again at the blocks that are full. */
function firstOpenBlock(taken: ReadonlySet<number>): () => number {
  let block = 0
  return () => {
    while (isFull(blockOf(block), taken)) block++
    return block
  }
}

function isFull({ first, size }: Block, taken: ReadonlySet<number>): boolean {
  for (let slot = first; slot < first + size; slot++) if (!taken.has(slot)) return false
  return true
}

interface Block {
  readonly first: number
  readonly size: number
}

function freeSlot(hash: number, taken: ReadonlySet<number>, from: number): number {
  for (let block = from; ; block++) {
    const { first, size } = blockOf(block)
    for (let walked = 0; walked < size; walked++) {
      const slot = first + ((hash + walked) % size)
      if (!taken.has(slot)) return slot
    }
  }
}

/** Slots 1 to 5, 6 to 12, and then twelve at a time: one is full before the next is begun. */
function blockOf(block: number): Block {
  if (block === 0) return { first: 1, size: firstColors }
  if (block === 1) return { first: firstColors + 1, size: colorCount - firstColors }
  return { first: colorCount * (block - 1) + 1, size: colorCount }
}

/** FNV-1a over the code units, stirred at the end so that the low bits depend on all of them. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  return (hash ^ (hash >>> 13)) >>> 0
}
