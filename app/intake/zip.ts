import { inflateRawSync } from 'node:zlib'

export type ZipEntry = {
	name: string
	method: number
	flags: number
	/** In bytes, as the archive says. */
	packed: number
	size: number
	/** Where its own header stands. */
	at: number
}

const endOfDirectory = 0x06054b50
const directoryEntry = 0x02014b50
const localEntry = 0x04034b50

/**
 * What a ZIP archive says it holds, from the list at its end (PKWARE APPNOTE 4.3.12); `null` when there is no such list.
 * Archives of the large kind (ZIP64) are none of ours.
 */
export function listEntries(bytes: Uint8Array): ZipEntry[] | null {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
	let end = bytes.length - 22
	const first = Math.max(0, end - 65_535)
	while (end >= first && view.getUint32(end, true) !== endOfDirectory) end -= 1
	if (end < first || end < 0) return null
	const count = view.getUint16(end + 10, true)
	let at = view.getUint32(end + 16, true)
	const entries: ZipEntry[] = []
	for (let index = 0; index < count; index += 1) {
		if (at + 46 > end || view.getUint32(at, true) !== directoryEntry) return null
		const nameLength = view.getUint16(at + 28, true)
		entries.push({
			flags: view.getUint16(at + 8, true),
			method: view.getUint16(at + 10, true),
			packed: view.getUint32(at + 20, true),
			size: view.getUint32(at + 24, true),
			at: view.getUint32(at + 42, true),
			name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
		})
		at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
	}
	return entries
}

/**
 * Unpack an entry, and stop when it is larger than `most` bytes, whatever it says of itself.
 * @throws RangeError when it is larger; Error when it cannot be unpacked
 */
export function unpackEntry(bytes: Uint8Array, entry: ZipEntry, most: number): Uint8Array {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
	if (entry.at + 30 > bytes.length || view.getUint32(entry.at, true) !== localEntry)
		throw new Error('No such entry')
	const from = entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true)
	const packed = bytes.subarray(from, from + entry.packed)
	if (entry.method === 0) {
		if (packed.length > most) throw new RangeError('Too large')
		return packed
	}
	if (entry.method !== 8) throw new Error(`Packed by method ${entry.method}`)
	try {
		return inflateRawSync(packed, { maxOutputLength: most })
	} catch (error) {
		if (error instanceof RangeError) throw new RangeError('Too large', { cause: error })
		throw error
	}
}
