import canonicalize from 'canonicalize'

/**
 * A JSON value as RFC 8785 writes it: one spelling, whoever writes it, so that its bytes can be hashed and signed.
 * Members that are `undefined` are left out, as JSON leaves them out.
 * @throws RangeError for what is no JSON: `NaN`, infinities, half a surrogate pair, `undefined` itself
 */
export function canonicalJson(value: unknown): string {
	let text: string | undefined
	try {
		text = canonicalize(value)
	} catch (error) {
		throw new RangeError(`This cannot be written as canonical JSON: ${(error as Error).message}`, {
			cause: error,
		})
	}
	if (text === undefined) throw new RangeError('This cannot be written as canonical JSON: it is no value')
	return text
}
