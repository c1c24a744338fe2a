/** Up to here a statistic looks at every order: 8! is 40 320, a few milliseconds. */
export const mostForEveryOrder = 8

/**
 * Returns which share of all orders of `values` a test holds for, equal values taken as distinct.
 *
 * The array handed to `test` is the same each time; it must be neither kept nor changed.
 */
export function shareOfOrders(
  values: readonly number[],
  test: (order: readonly number[]) => boolean,
): number {
  const order = values.slice()
  let [hits, total] = [0, 0]
  const visit = (size: number): void => {
    if (size <= 1) {
      total += 1
      if (test(order)) hits += 1
      return
    }
    for (let i = 0; i < size; i++) {
      swap(order, i, size - 1)
      visit(size - 1)
      swap(order, i, size - 1)
    }
  }
  visit(order.length)
  return hits / total
}

/** Puts the values into a random order, in place; every order is equally likely. */
export function shuffle(values: number[], random: () => number): void {
  for (let last = values.length - 1; last > 0; last--) {
    swap(values, Math.floor(random() * (last + 1)), last)
  }
}

function swap(values: number[], i: number, j: number): void {
  const held = values[i] ?? 0
  values[i] = values[j] ?? 0
  values[j] = held
}
