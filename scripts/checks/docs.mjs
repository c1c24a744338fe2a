// Refuses documentation that is wrong: code that does not compile, links that lead nowhere.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The code blocks of a page that name TypeScript, each with the line it begins on. */
export function snippetsOf(page) {
  const snippets = []
  let open = null
  page.split('\n').forEach((line, i) => {
    if (open === null) {
      const fence = /^```(tsx?|css)$/.exec(line.trim())
      if (fence) open = { language: fence[1], line: i + 2, lines: [] }
    } else if (line.trim() === '```') {
      snippets.push({ ...open, code: open.lines.join('\n') })
      open = null
    } else {
      open.lines.push(line)
    }
  })
  return snippets
}

/** Where a snippet lies whose first line is a comment with a path, as in `// src/main.tsx`; else `null`. */
export function pathOf(code) {
  const [first = ''] = code.split('\n')
  return /^(?:\/\/|\/\*) ([\w./-]+\.(?:tsx?|css))(?: \*\/)?$/.exec(first)?.[1] ?? null
}

/** The files of the app that a page tells how to write, by path. */
export function filesOf(page) {
  const snippets = snippetsOf(page).map(({ code }) => [pathOf(code), code])
  return new Map(snippets.filter(([path]) => path !== null))
}

/** The links of a page to places in the repository, without those that leave it. */
export function linksOf(page) {
  return Array.from(page.matchAll(/\]\(([^)\s]+)\)/g), ([, link]) => link).filter(
    (link) => !/^[a-z]+:/i.test(link),
  )
}

/** The anchors that a page's headings make. */
export function anchorsOf(page) {
  return Array.from(page.matchAll(/^#+ (.+)$/gm), ([, heading]) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  )
}

/** One sentence for each link that leads nowhere; `read` gives a page or `null`. */
export function deadLinks(file, page, read) {
  return linksOf(page).flatMap((link) => {
    const [path, anchor] = link.split('#')
    const target = path === '' ? file : join(dirname(file), path)
    const text = read(target)
    if (text === null) return [`${file}: the link ${link} leads nowhere.`]
    const isMissing = anchor && target.endsWith('.md') && !anchorsOf(text).includes(anchor)
    return isMissing ? [`${file}: ${target} has no heading for #${anchor}.`] : []
  })
}

/** Compiles snippets as modules of their own, and returns what the compiler says. */
export function compile(snippets) {
  const folder = join(root, 'node_modules/.cache/runoff-docs')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const written = snippets.map(({ file, line, language, code }) => {
    const place = file.replaceAll(/[^\w]/g, '-')
    // Files of one app lie beside each other, so that they can import one another.
    const path = pathOf(code)
    const name = path === null ? `${place}-line-${line}.tsx` : join(place, path)
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), language === 'css' ? code : `${code}\nexport {}\n`)
    return name
  })
  const files = written.filter((name) => !name.endsWith('.css'))
  const compilerOptions = { types: ['node', 'vite/client'], noUnusedLocals: false }
  const config = { extends: '../../../tsconfig.base.json', files, compilerOptions }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config))
  const { stdout } = spawnSync('tsc', ['-p', folder, '--pretty', 'false'], { encoding: 'utf8' })
  return stdout.trim()
}

function pages() {
  const inDocs = readdirSync(join(root, 'docs'), { recursive: true }).map((name) =>
    join('docs', String(name)),
  )
  const beside = readdirSync(root)
  const inPackages = readdirSync(join(root, 'packages')).map((name) => `packages/${name}/README.md`)
  return [...beside, ...inDocs, ...inPackages, 'fixtures/README.md'].filter(
    (path) => path.endsWith('.md') && existsSync(join(root, path)),
  )
}

function read(path) {
  const full = resolve(root, path)
  if (relative(root, full).startsWith('..') || !existsSync(full)) return null
  return path.endsWith('.md') ? readFileSync(full, 'utf8') : ''
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const texts = pages().map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }))
  const dead = texts.flatMap(({ file, text }) => deadLinks(file, text, read))
  const snippets = texts.flatMap(({ file, text }) =>
    snippetsOf(text)
      .filter(({ language, code }) => language !== 'css' || pathOf(code) !== null)
      .map((snippet) => ({ ...snippet, file })),
  )
  const faults = [...dead, compile(snippets)].filter(Boolean)
  if (faults.length > 0) {
    console.error(faults.join('\n'))
    process.exit(1)
  }
  console.log(`Documentation: ${texts.length} pages, ${snippets.length} snippets compile.`)
}
