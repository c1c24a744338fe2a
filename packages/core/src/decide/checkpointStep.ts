/** What trainers put before the step in the name of a checkpoint. */
const namedStep = /(?:checkpoint|global_?step|step)[-_=]?(\d{1,15})(?!\d)/gi

/**
 * Returns the step that the name of a checkpoint says it is of, such as 480 of `out/checkpoint-480`
 * and 570 of `epoch=3-step=570.ckpt`; `null` where it says none. Of several the last counts.
 */
export function checkpointStep(path: string): number | null {
  const last = Array.from(path.matchAll(namedStep)).at(-1)?.[1]
  return last === undefined ? null : Number(last)
}
