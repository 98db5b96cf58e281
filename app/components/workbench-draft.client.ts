import type { DraftReply } from './workbench-autosave.ts'

/**
 * Send the verdict being written to where it is kept. `null` when nothing came back that can be read: the
 * network is down, or whoever answers is not the application.
 * @param options.leaving whether the page is on its way out; the request then outlives it
 */
export async function sendDraft(
	address: string,
	form: FormData,
	options: { leaving: boolean },
): Promise<DraftReply | null> {
	try {
		const response = await fetch(address, {
			method: 'POST',
			body: new URLSearchParams([...form].map(([name, value]) => [name, String(value)])),
			keepalive: options.leaving,
		})
		if (!response.headers.get('content-type')?.startsWith('application/json')) return null
		return (await response.json()) as DraftReply
	} catch {
		return null
	}
}
