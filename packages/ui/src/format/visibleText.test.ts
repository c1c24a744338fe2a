import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { visibleText } from './visibleText.ts'

describe('visibleText', () => {
  it.each([
    ['lr-3e-4 / seed 2', 'lr-3e-4 / seed 2'],
    ['تجربة 模型 é ñ', 'تجربة 模型 é ñ'],
    ['<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
    ['a\nb\tc\rd', 'a\\nb\\tc\\rd'],
    ['\u001b[31mred', '\\x1B[31mred'],
    ['nul\u0000 del\u007f c1\u0085', 'nul\\x00 del\\x7F c1\\x85'],
    ['user\u202etxt.exe', 'user\\u202Etxt.exe'],
    ['zero\u200bwidth\ufeff', 'zero\\u200Bwidth\\uFEFF'],
    ['soft\u00adhyphen', 'soft\\xADhyphen'],
    ['lone\ud800', 'lone\\uD800'],
    ['tag\u{e0041}', 'tag\\u{E0041}'],
    ['', ''],
  ])('writes %j as %j', (text, visible) => {
    expect(visibleText(text)).toBe(visible)
  })

  it('keeps the joiners of emoji and of the scripts that are spelled with them', () => {
    expect(visibleText('👩‍🔬 👩🏽‍🔬 ❤️‍🔥')).toBe('👩‍🔬 👩🏽‍🔬 ❤️‍🔥')
    expect(visibleText('می\u200cخواهم')).toBe('می\u200cخواهم')
  })

  it('shows a joiner that hides between letters which are never joined', () => {
    expect(visibleText('lo\u200dss')).toBe('lo\\u200Dss')
    expect(visibleText('\u200dloss\u200c')).toBe('\\u200Dloss\\u200C')
  })

  it('leaves nothing hidden, and nothing more to do the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const visible = visibleText(text)
        expect(visible).not.toMatch(/[\p{Cc}\p{Bidi_Control}\p{Cs}]/u)
        expect(visibleText(visible)).toBe(visible)
      }),
    )
  })
})
