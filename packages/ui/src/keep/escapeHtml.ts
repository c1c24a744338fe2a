const escapes: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
  ['`', '&#96;'],
  // A parser of pages makes a line end of it.
  ['\r', '&#13;'],
])

/**
 * Returns a text as it is written within an element or a quoted attribute of a page: nothing in it
 * begins or ends either. NUL and halves of surrogate pairs, which a page cannot hold, become U+FFFD.
 *
 * @see OWASP, Cross Site Scripting Prevention Cheat Sheet, output encoding rules.
 */
export function escapeHtml(text: string): string {
  return text
    .replaceAll(/[\0\p{Cs}]/gu, '\uFFFD')
    .replaceAll(/[&<>"'`\r]/g, (sign) => escapes.get(sign) ?? sign)
}

/** A piece of a page that is written as it stands. */
export interface Markup {
  readonly html: string
}

type MarkupPart = string | number | Markup | readonly Markup[]

/**
 * Returns a piece of a page from a template: every text put into it is escaped, and pieces that
 * were made by this function are put in as they stand.
 */
export function markup(strings: TemplateStringsArray, ...parts: readonly MarkupPart[]): Markup {
  const written = strings.map((fixed, index) => `${fixed}${partText(parts[index])}`)
  return { html: written.join('') }
}

function partText(part: MarkupPart | undefined): string {
  if (part === undefined) return ''
  if (typeof part === 'string' || typeof part === 'number') return escapeHtml(String(part))
  return 'html' in part ? part.html : part.map((each) => each.html).join('\n')
}
