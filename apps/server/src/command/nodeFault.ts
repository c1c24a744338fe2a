/** The first Node whose own SQLite has all that the store uses. */
const oldest = [22, 16] as const

/**
 * Returns why this Node cannot run the command, in a sentence, `null` where it can. It needs nothing
 * that an old Node does not have.
 */
export function nodeFault(version: string): string | null {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number)
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return null
  return (
    `Runoff needs Node ${oldest.join('.')} or later, and this is ${version}: ` +
    'install a newer one from https://nodejs.org.'
  )
}

/** SQLite in Node 22 says of itself, on every start, that it is new. */
export function hushSqlite(): void {
  const emitWarning = process.emitWarning.bind(process) as (...args: unknown[]) => void
  process.emitWarning = (...args: unknown[]): void => {
    if (!String(args[0]).startsWith('SQLite is an experimental feature')) emitWarning(...args)
  }
}
