import fc from 'fast-check'

const signs = '\\{}[]()<>|`\'"*_~#&$%^@:;,.+-=!?/ \t\n\r\u0007\u00a0\u00e9\u5b9fa1w'

const knownTraps: readonly (readonly string[])[] = [
  ['a|b', '\\|', '\\\\|', '\\', '|', '`a`', '<b>', '<br>', '&amp;', '&#32;', '&lt;'],
  ['**a**', '_a_', '~~a~~', '[a](b)', '![a](b)', '# a', '- a', '+ a', '1. a', '---', ':-:'],
  ['https://a.b', 'www.a.b', 'a@b.c', '<https://a.b>', '$a$', '\\(a\\)', ' a ', '  ', '\ta'],
  ['\\input{a}', '\\end{tabular}', '\\\\', '[1em]', '*', 'a & b', '100 %', '--', '---', ',,'],
  ["``a''", '"a"', '^^M', '~', '<<', '?`', 'lora.r', 'eval/loss', '__proto__', ''],
]

/** Names with the signs that some form of text makes something of. */
export const cellTexts: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: fc.constantFrom(...Array.from(signs)), maxLength: 8 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 8 })
    .map((units) => String.fromCharCode(...units)),
  fc.constantFrom(...knownTraps.flat()),
)
