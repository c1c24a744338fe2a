import { createHash } from 'node:crypto'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { defineConfig } from 'tsup'
// @boundaries-ignore build settings shared by all packages
import { base } from '../../tsup.config.base.ts'

const built = { script: 'dist/snapshotPage.global.js', style: 'dist/snapshotStyle.css' } as const

/**
 * The page that a snapshot carries: everything in one script and one stylesheet, which become the
 * texts that `@runoff/ui/snapshot-app` exports. Runs after the build of the package itself.
 */
export default defineConfig({
  ...base,
  entry: { snapshotPage: 'src/snapshot/app.tsx', snapshotStyle: 'src/snapshot/snapshotStyle.css' },
  format: ['iife'],
  platform: 'browser',
  minify: true,
  sourcemap: false,
  splitting: false,
  clean: false,
  noExternal: [/.*/],
  env: { NODE_ENV: 'production' },
  esbuildOptions(options) {
    // From the sources of our packages, whichever of them were built.
    options.conditions = ['@runoff/source', 'browser', 'module', 'import']
    options.alias = { '@runoff/ui/snapshot-app': './src/snapshot/ownSnapshotApp.ts' }
    options.legalComments = 'none'
  },
  async onSuccess() {
    const script = checked(await readFile(built.script, 'utf8'), 'script')
    const style = checked(await readFile(built.style, 'utf8'), 'style')
    const texts = { script, style, scriptHash: hashOf(script), styleHash: hashOf(style) }
    const exported = Object.entries(texts).map(
      ([name, text]) => `export const ${name} = ${JSON.stringify(text)}\n`,
    )
    await writeFile('dist/snapshotApp.js', exported.join(''))
    await Promise.all([rm(built.script), rm(built.style)])
  },
})

/** What would end its element, or be read as something else than it was hashed as. */
const breaking = { script: /<\/script|<!--|[\r\0]/i, style: /<\/style|[\r\0]/i } as const

function checked(text: string, kind: 'script' | 'style'): string {
  const plain = text.trim()
  const found = breaking[kind].exec(plain)
  if (found === null) return plain
  throw new Error(
    `The ${kind} of the snapshot's page cannot stand within a page: it holds ` +
      `${JSON.stringify(plain.slice(found.index - 40, found.index + 40))}.`,
  )
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}
