/** A column of a linear model: one number per point. */
type Column = readonly number[]

/**
 * Returns the length of the projection that prediction needs: sqrt(g' (J'J)^-1 g) as a function of
 * the gradient g, for the columns of J; `null` where one column is nearly a sum of the others.
 *
 * By modified Gram-Schmidt, as J'J would lose half of the digits.
 */
export function leverageOf(
  columns: readonly Column[],
): ((gradient: readonly number[]) => number) | null {
  const lengths = columns.map(lengthOf)
  const factor: number[][] = []
  const basis: Column[] = []
  for (const [j, column] of columns.entries()) {
    let rest: Column = column.map((value) => value / (lengths[j] ?? NaN))
    const row: number[] = []
    for (const unit of basis) {
      const share = dot(unit, rest)
      row.push(share)
      rest = rest.map((value, i) => value - share * (unit[i] ?? NaN))
    }
    const left = lengthOf(rest)
    if (!(left > 1e-10)) return null
    row.push(left)
    factor.push(row)
    basis.push(rest.map((value) => value / left))
  }
  return (gradient) => {
    const solved: number[] = []
    factor.forEach((row, j) => {
      const known = solved.reduce((sum, value, i) => sum + value * (row[i] ?? NaN), 0)
      const scaled = (gradient[j] ?? NaN) / (lengths[j] ?? NaN)
      solved.push((scaled - known) / (row[j] ?? NaN))
    })
    return lengthOf(solved)
  }
}

function dot(a: Column, b: Column): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? NaN), 0)
}

function lengthOf(column: Column): number {
  return Math.sqrt(dot(column, column))
}
