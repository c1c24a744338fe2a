/** A picture of all lines, behind one that is highlighted. */
export interface Backdrop {
  /** Copies a picture; what was kept before is written over. */
  readonly keep: (pixels: Uint32Array) => void
  /** The picture with a share of its opacity, 0 to 1. It is made once for a share. */
  readonly at: (share: number) => Uint32Array
}

/** Returns room for a backdrop: moving from run to run over it is one copy, and makes no garbage. */
export function createBackdrop(): Backdrop {
  let whole = new Uint32Array(0)
  let faded = new Uint32Array(0)
  let fadedShare: number | null = null
  return {
    keep(pixels) {
      if (whole.length !== pixels.length) whole = new Uint32Array(pixels.length)
      whole.set(pixels)
      fadedShare = null
    },
    at(share) {
      if (share >= 1) return whole
      if (faded.length !== whole.length) faded = new Uint32Array(whole.length)
      if (fadedShare !== share) fade(whole, faded, share)
      fadedShare = share
      return faded
    },
  }
}

function fade(whole: Uint32Array, faded: Uint32Array, share: number): void {
  const alphas = Uint32Array.from({ length: 256 }, (_, alpha) => Math.round(alpha * share) << 24)
  for (let at = 0; at < whole.length; at++) {
    const pixel = whole[at] as number
    // Most of a chart is empty.
    faded[at] = pixel === 0 ? 0 : (pixel & 0xffffff) | (alphas[pixel >>> 24] as number)
  }
}
