/** Writes a picture over another of the same size, with a share of its opacity, 0 to 1. */
export function dimPixels(from: Uint32Array, into: Uint32Array, share: number): void {
  if (share >= 1) {
    into.set(from)
    return
  }
  const alphas = Uint32Array.from({ length: 256 }, (_, alpha) => Math.round(alpha * share) << 24)
  for (let at = 0; at < from.length; at++) {
    const pixel = from[at] as number
    // Most of a chart is empty.
    into[at] = pixel === 0 ? 0 : (pixel & 0xffffff) | (alphas[pixel >>> 24] as number)
  }
}
