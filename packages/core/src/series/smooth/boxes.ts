import { boxPass, type Box } from './boxPass.ts'
import { finite, type SmoothingPlan } from './plan.ts'

/** Points done at once, so that what is on the way stays in the processor's cache. */
const chunk = 8192

/** A weight this close to the whole, as a share, is the whole but for rounding. */
const nearlyWhole = 1e-12

/** The same box, passed over the values several times. */
export interface Boxes {
  readonly box: Box
  readonly passes: number
}

/** What a stretch of smoothed values is made in: memory that is used again for the next one. */
interface Bench {
  readonly boxes: Boxes
  /** How far the passes read beyond a stretch, with one place for the edge of each. */
  readonly left: number
  readonly right: number
  /** One for what goes into each pass, and one for what comes out of the last. */
  readonly columns: readonly Float64Array[]
}

/**
 * Returns the plan of a weighted mean, with the weights that passing the boxes over one point gives.
 * At the ends and at values that are not finite, the weights of what is there are made to add up
 * to 1 again.
 */
export function boxesPlan(key: string, boxes: Boxes): SmoothingPlan {
  const left = boxes.passes * (boxes.box.left + 1)
  const right = boxes.passes * (boxes.box.right + 1)
  return {
    key,
    reach: right,
    write({ values }, into, from) {
      const size = Math.min(Math.max(chunk, 2 * (left + right)), values.length - from)
      const columns = Array.from(
        { length: boxes.passes + 1 },
        () => new Float64Array(size + left + right),
      )
      for (let start = from; start < values.length; start += size) {
        const stretch = into.subarray(start, Math.min(start + size, values.length))
        writeMeans(values, stretch, start, { boxes, left, right, columns })
      }
      return null
    },
  }
}

function writeMeans(values: Float64Array, into: Float64Array, start: number, bench: Bench): void {
  const { box, passes } = bench.boxes
  const whole = (box.left + box.right + 1 + 2 * box.edge) ** passes
  // A power of two loses no digit, and keeps sums below the largest number there is.
  const shrink = 2 ** -Math.ceil(Math.log2(whole) + 1)
  const input = inputOf(bench, into.length)
  const isWhole = copyFinite(values, input, start - bench.left, shrink)
  const sums = passOver(into.length, start, bench)
  const share = 1 / (whole * shrink)
  for (let i = 0; i < into.length; i++) into[i] = finite((sums[i] as number) * share)
  if (isWhole) return
  maskFinite(values, input, start - bench.left)
  const weights = passOver(into.length, start, bench)
  for (let i = 0; i < into.length; i++) {
    const value = values[start + i] as number
    const part = (weights[i] as number) / whole
    if (value - value !== 0) into[i] = value
    // Where all weights are there, rounding must not tell: it depends on which other places were
    // asked for.
    else if (Math.abs(part - 1) > nearlyWhole) into[i] = finite((into[i] as number) / part)
  }
}

/** What the first pass over a stretch of that length reads. */
function inputOf({ left, right, columns }: Bench, length: number): Float64Array {
  return (columns[0] as Float64Array).subarray(0, length + left + right)
}

/** Writes the finite values times `factor`, and 0 for all others; says whether all are finite. */
function copyFinite(
  values: Float64Array,
  into: Float64Array,
  start: number,
  factor: number,
): boolean {
  const first = Math.min(Math.max(-start, 0), into.length)
  const end = Math.max(Math.min(values.length - start, into.length), first)
  into.fill(0, 0, first)
  into.fill(0, end)
  let missing = into.length - (end - first)
  for (let i = first; i < end; i++) {
    const value = values[start + i] as number
    if (value - value === 0) into[i] = value * factor
    else {
      into[i] = 0
      missing++
    }
  }
  return missing === 0
}

/** Writes 1 where a value is finite and 0 elsewhere. */
function maskFinite(values: Float64Array, into: Float64Array, start: number): void {
  for (let i = 0; i < into.length; i++) {
    const place = start + i
    const value = place >= 0 && place < values.length ? (values[place] as number) : NaN
    into[i] = value - value === 0 ? 1 : 0
  }
}

/** Passes the boxes over what is in the first column, and returns the last one. */
function passOver(length: number, start: number, bench: Bench): Float64Array {
  const { box, passes } = bench.boxes
  let input = { start: start - bench.left, data: inputOf(bench, length) }
  for (let pass = 1; pass <= passes; pass++) {
    const before = (passes - pass) * (box.left + 1)
    const after = (passes - pass) * (box.right + 1)
    const column = bench.columns[pass] as Float64Array
    const output = { start: start - before, data: column.subarray(0, length + before + after) }
    boxPass(input, output, box)
    input = output
  }
  return input.data
}
