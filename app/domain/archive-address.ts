import { readWebAddress } from './web-address.ts'

/**
 * Where the Internet Archive would have a page as it was about a day; whether it has it is not asked. `null` for what is
 * no address of the web. @param day `YYYY-MM-DD`, or a moment that begins with one
 */
export function archiveAddress(url: string | null, day: string): string | null {
	const address = readWebAddress(url)
	if (!address) return null
	return `https://web.archive.org/web/${day.slice(0, 10).replaceAll('-', '')}/${address.href}`
}
