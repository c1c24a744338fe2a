import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { scopeFaults } from './testdata/scopeFaults.ts'

const folder = new URL('../', import.meta.url)
const entry = readFileSync(new URL('styles.css', folder), 'utf8')
const sheets = Array.from(entry.matchAll(/@import '(\.\/[^']+)';/g), ([, path]) => path ?? '')

describe('the stylesheet', () => {
  it('is made of files of its own', () => {
    expect(sheets.length).toBeGreaterThan(10)
    expect(entry.replaceAll(/@import '\.\/[^']+';/g, '').trim()).toBe('')
  })

  it.each(sheets)('touches nothing of the host: %s', (path) => {
    const css = readFileSync(new URL(path, folder), 'utf8')
    expect(css.length).toBeGreaterThan(0)
    expect(scopeFaults(css)).toEqual([])
  })
})

describe('scopeFaults', () => {
  it.each([
    ['an element', '@layer runoff { table { margin: 0 } }', 'table'],
    ['everything', '@layer runoff { @media print { * { margin: 0 } } }', '*'],
    ['the root', '@layer runoff { .runoff { top: 0 } :root { --a: 1px } }', ':root'],
    [
      'the root beside what bundlers need',
      '@layer runoff { :where(:root, :host) { --lightningcss-light: initial; color: red } }',
      ':where(:root, :host)',
    ],
    ['one of a list', '@layer runoff { .runoff-a, a:hover { top: 0 } }', 'a:hover'],
    ['all but ours', '@layer runoff { p:not(.runoff *) { top: 0 } }', 'p:not(.runoff *)'],
    ['what holds ours', '@layer runoff { body:has(.runoff) { top: 0 } }', 'body:has(.runoff)'],
    ['what stands beside ours', '@layer runoff { .runoff + p { top: 0 } }', '.runoff + p'],
    ['a name like ours', '@layer runoff { .runoffs { top: 0 } }', '.runoffs'],
    ['no layer', '.runoff { top: 0 }', 'outside the layer: .runoff'],
    ['another layer', '@layer x { .runoff { top: 0 } }', 'outside the layer: .runoff'],
    ['a font', '@layer runoff { @font-face { src: url(a) } }', '@font-face'],
    [
      'a file from elsewhere',
      "@import 'https://a.example/a.css';",
      "@import 'https://a.example/a.css'",
    ],
    ['an animation of any name', '@keyframes spin { to { top: 0 } }', '@keyframes spin'],
  ])('refuses what reaches %s', (_what, css, fault) => {
    expect(scopeFaults(css)).toEqual([fault])
  })

  it.each([
    '@layer runoff { .runoff-a > svg:hover, .runoff :is(a, b) { top: 0 } }',
    "@layer runoff { [dir='rtl'] button.runoff-a::after { top: 0 } }",
    '@layer runoff { @media print { .runoff:not(.runoff *) { & p { top: 0 } } } }',
    '@layer runoff { .runoff-a + .runoff-b { top: 0 } } @keyframes runoff-x { to { top: 0 } }',
    '@layer runoff { :where(:root, :host) { --lightningcss-light: initial; --lightningcss-dark: ; } }',
  ])('takes what is ours: %s', (css) => {
    expect(scopeFaults(css)).toEqual([])
  })
})
