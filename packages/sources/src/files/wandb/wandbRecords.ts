import { byteWindow, type ByteWindow } from '../binary/byteWindow.ts'
import { crc32 } from '../binary/crc.ts'
import { viewOf } from '../binary/protobuf.ts'

/** `:W&B`, a magic number and a version. */
const fileHeadBytes = 7
/** `u32 checksum · u16 length · u8 type`. */
const headBytes = 7
const blockBytes = 32 * 1024

/** A record longer than this is no history. */
const maxRecordBytes = 64 * 1024 * 1024

const none = new Uint8Array(0)

const full = 1
const first = 2
const middle = 3
const last = 4

/** Where the reading of a file stands; it goes on from there when the file has grown. */
export interface RecordPlace {
  offset: number
  /** The pieces of a record that goes on in the next block, `null` outside of one. */
  pieces: Uint8Array[] | null
  /** How many stretches of the file were damaged. */
  damaged: number
}

/** The beginning of a file. */
export function startPlace(): RecordPlace {
  return { offset: fileHeadBytes, pieces: null, damaged: 0 }
}

/**
 * Gives each whole record of a W&B file to `onRecord`, from a place on, which it moves; returns
 * whether something is left that is not all there yet.
 *
 * The file is a log of LevelDB, but for its checksums: they are of zlib, over the type and the data.
 * Where one is wrong, that record is left out, and counted; where the next does not follow upon it,
 * so that its length is wrong as well, so is the rest of its block.
 *
 * @see https://github.com/google/leveldb/blob/main/doc/log_format.md
 */
export async function readRecords(
  blob: Blob,
  place: RecordPlace,
  { signal, onRecord }: RecordOptions,
): Promise<boolean> {
  const window = byteWindow(blob, signal)
  for (;;) {
    const left = blockBytes - (place.offset % blockBytes)
    if (left < headBytes) {
      place.offset += left
      continue
    }
    const piece = await pieceAt(window, place.offset, left)
    if (piece === null) return place.offset < blob.size || place.pieces !== null
    if (piece.damage !== null) {
      place.damaged++
      place.pieces = null
      const next = headBytes + piece.data.length
      const follows =
        piece.damage === 'data' && (await isSound(window, place.offset + next, left - next))
      place.offset += follows ? next : left
      continue
    }
    place.offset += headBytes + piece.data.length
    addPiece(place, piece, onRecord)
  }
}

export interface RecordOptions {
  readonly signal: AbortSignal
  readonly onRecord: (record: Uint8Array) => void
}

interface Piece {
  readonly type: number
  readonly data: Uint8Array
  readonly damage: 'head' | 'data' | null
}

/** Whether a piece begins here that is all right, or nothing any more. */
async function isSound(window: ByteWindow, offset: number, left: number): Promise<boolean> {
  if (left < headBytes) return true
  const piece = await pieceAt(window, offset, left)
  return piece === null || piece.damage === null
}

/** The piece at a place; `null` where it is not all there yet. */
async function pieceAt(window: ByteWindow, offset: number, left: number): Promise<Piece | null> {
  const head = await window.bytes(offset, headBytes)
  if (head.length < headBytes) return null
  const view = viewOf(head)
  const checksum = view.getUint32(0, true)
  const length = view.getUint16(4, true)
  const type = view.getUint8(6)
  if (type < full || type > last || headBytes + length > left) {
    return { type, data: none, damage: 'head' }
  }
  // The type is the byte before the data, and is checked with it.
  const checked = await window.bytes(offset + headBytes - 1, length + 1)
  if (checked.length < length + 1) return null
  const damage = crc32(checked) === checksum ? null : 'data'
  return { type, data: checked.subarray(1), damage }
}

function addPiece(
  place: RecordPlace,
  { type, data }: Piece,
  onRecord: RecordOptions['onRecord'],
): void {
  if (type === full) {
    place.pieces = null
    onRecord(data)
    return
  }
  if (type === first) place.pieces = []
  // What goes on without having begun stood partly in a damaged block.
  if (place.pieces === null) return
  place.pieces.push(data.slice())
  if (type === middle) return trim(place)
  if (type !== last) return
  const record = joined(place.pieces)
  place.pieces = null
  onRecord(record)
}

function trim(place: RecordPlace): void {
  const size = (place.pieces ?? []).reduce((sum, piece) => sum + piece.length, 0)
  if (size <= maxRecordBytes) return
  place.pieces = null
  place.damaged++
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
