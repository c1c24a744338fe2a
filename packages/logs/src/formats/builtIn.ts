import type { LogFormat } from '../format.ts'
import { huggingface } from './huggingface.ts'

/** The formats that are known without being told, in the order they are tried. */
export const builtInFormats: readonly LogFormat[] = [huggingface]
