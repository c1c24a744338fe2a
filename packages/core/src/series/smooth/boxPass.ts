/** A stretch of a column: `data[0]` stands at the place `start`, which may lie before the column. */
export interface Stretch {
  readonly start: number
  readonly data: Float64Array
}

/** A window of places around each point. */
export interface Box {
  /** How many places before the point it takes in whole, and how many after. */
  readonly left: number
  readonly right: number
  /** What the next place on either side counts, 0 to below 1. */
  readonly edge: number
}

/** Narrower than this, adding up each window anew is faster. */
const narrow = 4

/**
 * Writes the sums over the box around each place of `output`. `input` must reach as far beyond it
 * on both sides as the box and its edges do.
 *
 * Nothing is ever subtracted, as a sliding sum would: a spike that has left the window has left no
 * trace. Each window is the end of one block and the beginning of the next, where blocks are as long
 * as the window and lie at fixed places of the column, so the same place has the same sum to the
 * last bit wherever the stretch begins.
 *
 * @see van Herk (1992), A fast algorithm for local minimum and maximum filters on rectangular and
 * octagonal kernels: the same division into blocks.
 */
export function boxPass(input: Stretch, output: Stretch, box: Box): void {
  if (box.left + box.right + 1 < narrow) sumEach(input, output, box)
  else sumByBlocks(input, output, box)
}

function sumEach(input: Stretch, output: Stretch, { left, right, edge }: Box): void {
  const { data } = input
  const into = output.data
  const width = left + right + 1
  const base = output.start - left - input.start
  for (let i = 0; i < into.length; i++) {
    const first = base + i
    let sum = data[first] as number
    for (let j = first + 1; j < first + width; j++) sum += data[j] as number
    into[i] = sum + edge * ((data[first - 1] as number) + (data[first + width] as number))
  }
}

function sumByBlocks(input: Stretch, output: Stretch, { left, right, edge }: Box): void {
  const width = left + right + 1
  const tails = new Float64Array(width)
  const { data } = input
  const into = output.data
  // All places from here on are those of `data`; a window is known by its first place.
  const base = output.start - left - input.start
  const end = base + into.length
  const phase = ((input.start % width) + width) % width
  let start = base
  while (start < end) {
    const next = start + width - ((start + phase) % width)
    const stop = Math.min(next, end)
    let tail = 0
    for (let j = next - 1; j >= start; j--) {
      tail += data[j] as number
      tails[j - start] = tail
    }
    let head = 0
    for (let j = next; j < start + width; j++) head += data[j] as number
    for (let j = start; j < stop; j++) {
      const after = data[j + width] as number
      const sum = (tails[j - start] as number) + head
      into[j - base] = edge === 0 ? sum : sum + edge * (after + (data[j - 1] as number))
      head += after
    }
    start = stop
  }
}
