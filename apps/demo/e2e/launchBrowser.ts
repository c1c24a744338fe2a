import { chromium, type Browser } from 'playwright'
// @boundaries-ignore the one place that knows where Chromium is
import { findChromium } from '../../../scripts/chromium.mjs'

/** Starts the Chromium of this machine, quiet towards the network. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium()
  return chromium.launch({
    ...(executablePath === null ? {} : { executablePath }),
    args: ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  })
}
