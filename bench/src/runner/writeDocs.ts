import { readFileSync, writeFileSync } from 'node:fs'

const start = '<!-- bench:start -->'
const end = '<!-- bench:end -->'

/**
 * Puts the report between the markers of a page, in the place of the last one.
 *
 * @throws {Error} where the page has not both markers.
 */
export function writeDocs(path: string, report: string): void {
  const page = readFileSync(path, 'utf8')
  const [from, to] = [page.indexOf(start), page.indexOf(end)]
  if (from < 0 || to < from) throw new Error(`${path} needs ${start} and ${end}.`)
  writeFileSync(path, `${page.slice(0, from + start.length)}\n\n${report}\n\n${page.slice(to)}`)
}
