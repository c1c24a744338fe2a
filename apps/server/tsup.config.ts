import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'tsup'
// @boundaries-ignore build settings shared by all packages
import { base } from '../../tsup.config.base.ts'

const metafile = 'dist/metafile-esm.json'
const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/**
 * The command as it is published: our packages are bundled into it, with what they are made of, and
 * what the server itself builds on is installed beside it. The page lies next to it.
 */
export default defineConfig({
  ...base,
  entry: { bin: 'src/command/bin.ts' },
  platform: 'node',
  target: 'node22',
  sourcemap: false,
  metafile: true,
  // SQLite is known by its full name alone.
  removeNodeProtocol: false,
  esbuildOptions(options) {
    // From the sources of our packages, whichever of them were built.
    options.conditions = ['@runoff/source', 'module', 'import']
  },
  async onSuccess() {
    await cp(at('../demo/dist'), 'dist/page', { recursive: true })
    await cp(at('../../packages/ui/dist/snapshotApp.js'), 'dist/snapshotApp.js')
    await writeFile('dist/licenses.txt', await licensesOf(metafile))
    await rm(metafile)
  },
})

/** The licences of the packages that are bundled, as they ask for. */
async function licensesOf(bundled: string): Promise<string> {
  const { inputs } = JSON.parse(await readFile(bundled, 'utf8')) as { inputs: object }
  const folders = new Set(Object.keys(inputs).flatMap((path) => packageFolder(path) ?? []))
  const texts = await Promise.all(Array.from(folders).toSorted().map(licenseOf))
  return texts.join(`\n${'-'.repeat(80)}\n\n`)
}

function packageFolder(path: string): string | null {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0] ?? null
}

async function licenseOf(folder: string): Promise<string> {
  const { name, version, license } = JSON.parse(
    await readFile(join(folder, 'package.json'), 'utf8'),
  ) as Readonly<Record<'name' | 'version' | 'license', string>>
  const file = (await readdir(folder)).find((each) => /^licen[cs]e/i.test(each))
  const text = file === undefined ? '' : await readFile(join(folder, file), 'utf8')
  return `${name} ${version} (${license})\n\n${text.trim()}\n`
}
