import { commands, injections, terminal } from './naughtyCode.ts'

/** One kind of text that has broken somebody's page. */
export interface NaughtyCategory {
  readonly name: string
  readonly strings: readonly string[]
}

const reserved = (): readonly string[] =>
  [
    'undefined undef null NULL (null) nil NIL None true false True False TRUE FALSE yes no on off',
    'NaN Infinity -Infinity hasOwnProperty __proto__ prototype constructor toString valueOf',
    'toLocaleString isPrototypeOf propertyIsEnumerable __defineGetter__ __defineSetter__',
    '__lookupGetter__ __lookupSetter__ then catch length name arguments caller callee this self',
    'window document location eval Function Symbol.iterator default class import export await',
    'CON PRN AUX NUL COM1 LPT1 . .. ... / // \\ \\\\ ~ * ? CLOCK$ all none any other index id key',
  ].flatMap((line) => line.split(' '))

const numerics = (): readonly string[] =>
  [
    '0 1 -1 +1 1.00 $1.00 1/2 1E2 1E02 1E+02 -1.00 -$1.00 -1/2 -1E2 -1E+02 1/0 0/0 -0 -0.0 +0 +0.0',
    '0.00 0..0 . 0.0.0 0,00 0,,0 , 0,0,0 0.0/0 1.0/0.0 0.0/0.0 1,0/0,0 --1 - -. -, 0x0 0xffffffff',
    '0xffffffffffffffff 0xabad1dea 123456789012345678901234567890123456789 1,000.00 1e-10 01000 08',
    '1’000.00 1,000,000.00 1.000,00 1e309 -1e309 1e-400 2147483648 -2147483649 9007199254740993',
    '2.2250738585072011e-308 1.0/0 NaN% 1_000 ٣٫١٤ 一二三 ½ Ⅻ ² ₂ 0b101 0o17 1n 1f 0e0 1e 1e+ ±1 ∞ −∞',
  ].flatMap((line) => line.split(' '))

const specials = (): readonly string[] => [
  ",./;'[]\\-=",
  '<>?:"{}|_+',
  '!@#$%^&*()`~',
  ...Array.from('!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~'),
  '%s%s%s%s%s',
  '%d %x %n %p',
  '%00',
  '%0d%0aSet-Cookie:a=b',
  '${HOME}',
  '$(touch /tmp/x)',
  '`touch /tmp/x`',
  '{0}',
  '{{7*7}}',
  '${7*7}',
  '#{7*7}',
  '<%= 7*7 %>',
  '[object Object]',
  '\\u0000',
  '\\x1b[31m',
  '&nbsp;',
  '&#60;b&#62;',
  '&lt;b&gt;&amp;&quot;',
  ' leading',
  'trailing ',
  '  two  spaces  ',
  ' ',
  '',
  '-',
  '--help',
  '-rf',
]

/** Controls, separators, and everything that has no width or turns the direction of text. */
const invisible = (): readonly string[] => {
  const codes = [
    ...span(0x00, 0x1f),
    ...span(0x7f, 0x9f),
    0xa0,
    0xad,
    0x34f,
    0x61c,
    0x115f,
    0x1680,
    0x180e,
    ...span(0x2000, 0x200f),
    ...span(0x2028, 0x202f),
    0x205f,
    ...span(0x2060, 0x206f),
    0x3000,
    0x3164,
    0xfeff,
    0xffa0,
    ...span(0xfff9, 0xfffb),
    0xfffe,
    0xffff,
    0xe0001,
    0xe0020,
    0xe007f,
  ]
  return codes.map((code) => `lr${String.fromCodePoint(code)}run`)
}

const symbols = (): readonly string[] => [
  'Ω≈ç√∫˜µ≤≥÷',
  'åß∂ƒ©˙∆˚¬…æ',
  'œ∑´®†¥¨ˆøπ“‘',
  '¡™£¢∞§¶•ªº–≠',
  '¸˛Ç◊ı˜Â¯˘¿',
  'ÅÍÎÏ˝ÓÔÒÚÆ☃',
  '`⁄€‹›ﬁﬂ‡°·‚—±',
  '⅛⅜⅝⅞',
  'ЁЂЃЄЅІЇЈЉЊЋЌЍЎЏАБВГДЕЖЗ',
  '٠١٢٣٤٥٦٧٨٩',
  '⁰⁴⁵₀₁₂',
  'ด้้้้้็็็็็้้้้้็็็็็ ด้้้้้็็็็็',
  '﷽',
  'ﷺﷺ',
  '𝕋𝕙𝕖 𝕢𝕦𝕚𝕔𝕜',
  '𝐓𝐡𝐞 𝓺𝓾𝓲𝓬𝓴',
  '⒯⒣⒠ ⓠⓤⓘ',
  'uʍop ǝpᴉsdn',
  'ẞß',
  'İıĞğ',
  'ﬀ ﬃ ﬆ',
  'Å Å Å',
  '𒐫',
  '꧅꧅꧅',
  '▓▒░ █▄▀',
  '┌─┐│└┘',
]

const scripts = (): readonly string[] => [
  '田中さんにあげて下さい',
  'パーティーへ行かないか',
  '和製漢語',
  '部落格',
  '사회과학원 어학연구소',
  '찦차를 타고 온 펲시맨',
  '社會科學院語學研究所',
  '울란바토르',
  '𠜎𠜱𠝹𠱓𠱸𠲖𠳏',
  'ヽ༼ຈل͜ຈ༽ﾉ',
  '(｡◕ ∀ ◕｡)',
  '｀ｨ(´∀｀∩',
  '・(￣∀￣)・:*:',
  '(╯°□°）╯︵ ┻━┻',
  '( ͡° ͜ʖ ͡°)',
  'नमस्ते दुनिया',
  'ক্ষ্ম',
  'မြန်မာ',
  'ភាសាខ្មែរ',
  'ქართული',
  'Ἑλληνική',
  'አማርኛ',
  'ᚠᛇᚻ᛫ᛒᛦᚦ',
  'བོད་སྐད',
]

const rightToLeft = (): readonly string[] => [
  'ثم نفس سقطت وبالتحديد،',
  'בְּרֵאשִׁית, בָּרָא אֱלֹהִים',
  'הָיְתָהtestالصفحات التّحول',
  'مُنَاقَشَةُ سُبُلِ',
  'عربي 12 (34) نص!',
  'lr 3e-4 تجربة 2',
  '123 שלום 456',
  'اختبار <b>x</b>',
  ...['\u202a', '\u202b', '\u202d', '\u202e', '\u2066', '\u2067', '\u2068'].flatMap((mark) => [
    `${mark}test`,
    `best${mark}`,
    `a${mark}b\u202cc\u2069d`,
    mark.repeat(20),
  ]),
  'checkpoint\u202egnp.exe',
  'user\u202e \u2066// admin\u2069 \u2066',
]

const zalgo = (): readonly string[] => {
  const marks = span(0x300, 0x36f).map((code) => String.fromCodePoint(code))
  const piled = (text: string, height: number): string =>
    Array.from(
      text,
      (letter, at) =>
        letter +
        Array.from({ length: height }, (_, i) => marks[(at * 31 + i * 17) % marks.length]).join(''),
    ).join('')
  return [
    ...[1, 3, 8, 20, 60].map((height) => piled('invoke the run', height)),
    `pile ${'\u0301'.repeat(400)}`,
    '\u0301begins with a mark',
    'a\u20dd b\u20e3 c\u0489',
  ]
}

const emoji = (): readonly string[] => [
  '😍',
  '👩🏽',
  '👾 🙇 💁 🙅 🙆 🙋 🙎 🙍',
  '🐵 🙈 🙉 🙊',
  '❤️ 💔 💌 💕',
  '👨‍🦰 👨🏿‍🦰 👨‍🦱',
  '👨‍👩‍👧‍👦',
  '🏳️‍🌈',
  '🏴󠁧󠁢󠁥󠁮󠁧󠁿',
  '🇺🇸🇷🇺🇸 🇦🇫🇦🇲🇸',
  '0️⃣ 1️⃣ 2️⃣',
  '✋🏿 💪🏿 👐🏿',
  '🧑‍🚀🧑‍🚀',
  '👍'.repeat(200),
  '\u200d👩',
  '👩\u200d',
]

const broken = (): readonly string[] => [
  '\ud800',
  '\udfff',
  '\ud800 lone',
  'lone \udc00',
  'pair turned \udc00\ud800',
  'cut emoji \ud83d',
  'nul\u0000byte',
  'noncharacter \ufdd0',
  'replacement \ufffd',
]

const long = (): readonly string[] => [
  'x'.repeat(10_000),
  'many words '.repeat(1000),
  '<b>'.repeat(3000),
  '模型'.repeat(5000),
  'عربي '.repeat(2000),
  '\u202e'.repeat(10_000),
  'a/'.repeat(5000),
  `${'-'.repeat(300)}end`,
  'W'.repeat(80),
  '﷽'.repeat(30),
]

function span(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, at) => first + at)
}

/** Texts that have broken other people's pages, by what is wrong with them. */
export const naughtyCategories: readonly NaughtyCategory[] = Object.entries({
  'reserved words': reserved(),
  numbers: numerics(),
  'special characters': specials(),
  'what cannot be seen': invisible(),
  symbols: symbols(),
  scripts: scripts(),
  'right to left': rightToLeft(),
  'piles of marks': zalgo(),
  emoji: emoji(),
  injections: injections(),
  commands: commands(),
  'terminal sequences': terminal(),
  'broken code units': broken(),
  'very long': long(),
}).map(([name, strings]) => ({ name, strings }))

/** All of them, each once. */
export const naughtyStrings: readonly string[] = [
  ...new Set(naughtyCategories.flatMap(({ strings }) => strings)),
]
