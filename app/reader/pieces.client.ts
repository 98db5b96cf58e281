import type { Span } from '#app/domain/words.ts'

/**
 * Say something of a piece of the article's text.
 * @returns whether it was kept; `false` as well when nothing came back that can be read
 */
export async function sendPiece(
	articleId: string,
	piece: Span & { intent: 'dismiss' | 'restore'; versionId: string },
): Promise<boolean> {
	try {
		const response = await fetch(`/desk/articles/${articleId}/pieces`, {
			method: 'POST',
			headers: { Accept: 'application/json' },
			body: new URLSearchParams(Object.entries(piece).map(([name, value]) => [name, String(value)])),
		})
		return response.ok && Boolean(response.headers.get('content-type')?.startsWith('application/json'))
	} catch {
		return false
	}
}
