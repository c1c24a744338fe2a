import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { existsSync } from 'node:fs'
import react from '@vitejs/plugin-react'
import { build, type Rolldown } from 'vite'
import type { Peer } from '../peers.ts'
import type { BundleSize } from './results.ts'

/** What each chart's entry of the bench weighs, minified and compressed, without React. */
export async function bundleSizes(
  root: string,
  peers: readonly Peer[],
): Promise<ReadonlyMap<string, BundleSize>> {
  const sizes = new Map<string, BundleSize>()
  for (const peer of peers) {
    if (peer.isFloor !== true) sizes.set(peer.name, await bundleSize(root, entryOf(root, peer)))
  }
  return sizes
}

function entryOf(root: string, { name }: Peer): string {
  const [script = '', component = ''] = ['ts', 'tsx'].map((ending) =>
    join(root, 'src', 'charts', `${name}.${ending}`),
  )
  return existsSync(script) ? script : component
}

async function bundleSize(root: string, entry: string): Promise<BundleSize> {
  const built = await build({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [react()],
    // A library's build leaves this to its user, and React's parts for development with it.
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      minify: true,
      cssCodeSplit: false,
      lib: { entry, formats: ['es'], fileName: 'chart' },
      rolldownOptions: { external: /^react(-dom)?($|\/)/, output: { minify: true } },
    },
  })
  const outputs = (Array.isArray(built) ? built : [built]) as readonly Rolldown.RolldownOutput[]
  const files = outputs.flatMap(({ output }) => output)
  return {
    script: sum(files.map((file) => (file.type === 'chunk' ? zipped(file.code) : 0))),
    style: sum(files.map((file) => (file.type === 'asset' ? zipped(file.source) : 0))),
  }
}

function zipped(text: string | Uint8Array): number {
  return gzipSync(text, { level: 9 }).length
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
