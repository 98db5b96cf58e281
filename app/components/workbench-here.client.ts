import type { Attendant } from '#app/domain/workbench.ts'

/**
 * Tell the server that the page is open, or what is being typed in it. `null` when nothing came back that can be read.
 * @param options.leaving whether the page is on its way out; the request then outlives it
 */
export async function sayHere(
	address: string,
	fields: Record<string, string>,
	options: { leaving: boolean } = { leaving: false },
): Promise<{ others?: Attendant[] } | null> {
	try {
		const response = await fetch(address, {
			method: 'POST',
			body: new URLSearchParams(fields),
			keepalive: options.leaving,
		})
		if (!response.ok || !response.headers.get('content-type')?.startsWith('application/json')) return null
		return (await response.json()) as { others?: Attendant[] }
	} catch {
		return null
	}
}
