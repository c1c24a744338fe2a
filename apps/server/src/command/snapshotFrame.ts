import { snapshotDataTags, snapshotPageHead } from '@runoff/sources/snapshot'

/** The script and the stylesheet that a snapshot carries, and what allows them. */
export interface SnapshotApp {
  readonly script: string
  readonly style: string
  /** `sha256-…` of the script, in base64. */
  readonly scriptHash: string
  readonly styleHash: string
}

/**
 * Returns what stands around the data of a snapshot, as the page writes it: one file that needs no
 * other. Its policy allows its own script and stylesheet, by their hashes, and nothing from anywhere.
 */
export function snapshotFrame(
  title: string,
  { script, style, scriptHash, styleHash }: SnapshotApp,
): { readonly before: string; readonly after: string } {
  const policy = [
    "default-src 'none'",
    `script-src '${scriptHash}'`,
    `style-src '${styleHash}'`,
    'img-src data: blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  const before = [
    snapshotPageHead,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${title.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</title>`,
    `<style id="runoff-snapshot-style" data-hash="${styleHash}">${style}</style>`,
    '</head>',
    '<body>',
    '<noscript>This page compares training runs with a script: please allow scripts for it.</noscript>',
    '<div id="runoff-snapshot-page"></div>',
    snapshotDataTags.open,
  ]
  const after = [
    snapshotDataTags.close,
    `<script id="runoff-snapshot-app" data-hash="${scriptHash}">${script}</script>`,
    '</body>',
    '</html>',
    '',
  ]
  return { before: before.join('\n'), after: after.join('\n') }
}
