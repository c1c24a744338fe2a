/** The last words of the names that people look at first, in this order. */
const wanted = ['learningrate', 'lr', 'batchsize', 'weightdecay', 'warmup', 'dropout', 'rank', 'r']

/** Returns which parameter a plot begins with, `null` where there is none to choose from. */
export function defaultParamOf(names: readonly string[]): string | null {
  return defaultParamsOf(names, 1)[0] ?? null
}

/** Returns the `count` parameters that a plot begins with, in the order of their names. */
export function defaultParamsOf(names: readonly string[], count: number): readonly string[] {
  const known = wanted.flatMap((word) => names.filter((name) => lastWord(name) === word))
  const first = [...new Set([...known, ...names])].slice(0, count)
  return names.filter((name) => first.includes(name))
}

function lastWord(name: string): string {
  const last = name.slice(Math.max(name.lastIndexOf('.'), name.lastIndexOf('/')) + 1)
  return last.toLowerCase().replaceAll(/[_\- ]/g, '')
}
