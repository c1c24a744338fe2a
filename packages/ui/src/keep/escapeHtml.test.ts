import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escapeHtml, markup } from './escapeHtml.ts'

const texts = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        '<',
        '>',
        '"',
        "'",
        '`',
        '&',
        '/',
        '\0',
        '\r',
        '\uD800',
        '&lt;',
        '<script>',
        'x',
      ),
    )
    .map((parts) => parts.join('')),
)

/** What a parser of pages makes of the few references that are written. */
function read(written: string): string {
  const references: Readonly<Record<string, string>> = {
    '&amp;': '&',
    '&lt;': '<',
    '&gt;': '>',
    '&quot;': '"',
    '&#39;': "'",
    '&#96;': '`',
    '&#13;': '\r',
  }
  return written.replaceAll(/&[^;]*;/g, (each) => references[each] ?? `?${each}`)
}

describe('escapeHtml', () => {
  it('leaves nothing that begins a tag, ends an attribute or is a reference of its own', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const written = escapeHtml(text)
        expect(written).not.toMatch(/[<>"'`\r\0]/)
        expect(written.replaceAll(/&(?:amp|lt|gt|quot|#39|#96|#13);/g, '')).not.toContain('&')
      }),
    )
  })

  it('is read as the text that was written, but for what a page cannot hold', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(read(escapeHtml(text))).toBe(text.replaceAll(/[\0\p{Cs}]/gu, '\uFFFD'))
      }),
    )
  })

  it('never writes one text as another, or one twice', () => {
    expect(escapeHtml('&lt;')).toBe('&amp;lt;')
    expect(escapeHtml(`<a href="x" title='y'>`)).toBe(
      '&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;',
    )
  })
})

describe('markup', () => {
  it('escapes texts and numbers, and puts pieces in as they stand', () => {
    const inner = markup`<b title="${'"'}">${'<i>'}</b>`
    expect(markup`<p>${inner}${[inner, inner]}${1 / 3}${'&'}</p>`.html).toBe(
      `<p>${inner.html}${inner.html}\n${inner.html}0.3333333333333333&amp;</p>`,
    )
  })

  it('lets no text be a piece of a page', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { html: written } = markup`<p title="${text}">${text}</p>`
        expect(written.match(/</g)).toHaveLength(2)
        expect(written.match(/"/g)).toHaveLength(2)
      }),
    )
  })
})
