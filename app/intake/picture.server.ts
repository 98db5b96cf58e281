import sharp from 'sharp'

// What is not needed to show a photograph is not opened at all.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
	operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
})
sharp.concurrency(1)
sharp.cache(false)

const mostPixels = 100_000_000
const widest = 1600

/**
 * A picture drawn anew, upright and no wider than a screen, without whatever else its file holds: where it was taken, by
 * which camera, and anything behind or between.
 * @returns WebP; `null` for what is no picture that can be drawn
 */
export async function redrawPicture(bytes: Uint8Array): Promise<Buffer | null> {
	try {
		return await sharp(bytes, { limitInputPixels: mostPixels, pages: 1, failOn: 'error' })
			.timeout({ seconds: 8 })
			.rotate()
			.resize({ width: widest, height: 4 * widest, fit: 'inside', withoutEnlargement: true })
			.webp({ quality: 85 })
			.toBuffer()
	} catch {
		return null
	}
}
