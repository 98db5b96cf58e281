import { describe, expect, test } from 'vitest'
import { decodePage } from '#app/intake/page-decoding.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
/** In Windows-1256, by asking the decoder which byte each letter is. */
const letters = new TextDecoder('windows-1256').decode(Uint8Array.from({ length: 256 }, (_, byte) => byte))
const windows = (text: string) => Uint8Array.from(text, (letter) => letters.indexOf(letter))
const wide = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')

describe('a page', () => {
	test.for<[string, Uint8Array, string]>([
		['in UTF-8 that says nothing', utf8('<p>سوق السمك'), ''],
		['in Windows-1256 that says nothing', windows('<p>سوق السمك'), ''],
		['in Windows-1256 as it is sent', windows('<p>سوق السمك'), 'text/html; charset="Windows-1256"'],
		['in Windows-1256 as it declares', windows('<meta charset=windows-1256><p>سوق السمك'), 'text/html'],
		[
			'in Windows-1256 as it declares at length',
			windows('<META http-equiv="Content-Type" content="text/html; charset=cp1256"><p>سوق السمك'),
			'',
		],
		[
			'in UTF-8 whatever it declares, by its mark',
			utf8('\ufeff<meta charset=windows-1256><p>سوق السمك'),
			'x; charset=latin1',
		],
		['in UTF-16 by its mark', wide('<p>سوق السمك'), ''],
		[
			'of an encoding nobody knows',
			utf8('<meta charset=martian><p>سوق السمك'),
			'text/html; charset=venusian',
		],
	])('%s is read', ([, bytes, type]) => expect(decodePage(bytes, type)).toContain('سوق السمك'))
})
