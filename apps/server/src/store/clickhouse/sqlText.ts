/**
 * Returns a text as an expression of SQL. Only hexadecimal digits of it stand in the statement, so
 * that no text can end it, whatever an engine makes of quotes, backslashes and zeros. A lone
 * surrogate, which UTF-8 does not have, becomes U+FFFD: keep names as JSON texts.
 */
export function textSql(text: string): string {
  return `unhex('${Buffer.from(text, 'utf8').toString('hex')}')`
}

/**
 * Returns a number as an expression of SQL that has the same bits. As decimals, engines read some
 * numbers a little wrong, and the smallest not at all.
 */
export function numberSql(value: number): string {
  const bytes = Buffer.alloc(8)
  bytes.writeDoubleLE(value)
  return `reinterpretAsFloat64(unhex('${bytes.toString('hex')}'))`
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * Returns a key of a table, a UUID, as an expression of SQL.
 *
 * @throws {TypeError} when it is none: keys are made here, and never come from outside.
 */
export function keySql(key: string): string {
  if (uuid.test(key)) return `'${key}'`
  throw new TypeError('A key of a table must be a UUID.')
}

/**
 * Returns a whole number as an expression of SQL.
 *
 * @throws {TypeError} when it is negative or not whole.
 */
export function wholeSql(value: number): string {
  if (Number.isSafeInteger(value) && value >= 0) return String(value)
  throw new TypeError('A whole number from 0 on was expected.')
}

/** Returns a condition that a column is one of some expressions. */
export function oneOf(column: string, expressions: readonly string[]): string {
  return expressions.length === 0 ? '0' : `${column} IN (${expressions.join(', ')})`
}
