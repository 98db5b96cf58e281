/** For how long the text vouches for itself, in days. RFC 9116 advises less than a year. */
const validDays = 180

/**
 * `/.well-known/security.txt`: where to report a hole. Source: RFC 9116.
 * @param mailFrom `MAIL_FROM`, whose address takes reports; without it `security@` the site's host
 */
export function securityText(
	{ origin, mailFrom }: { origin: string; mailFrom: string | undefined },
	now = new Date(),
): string {
	const address = /<([^<>]+)>/.exec(mailFrom ?? '')?.[1] ?? mailFrom ?? `security@${new URL(origin).hostname}`
	const midnight = Math.floor(now.getTime() / 86_400_000) * 86_400_000
	const expires = new Date(midnight + validDays * 86_400_000)
	return [
		`Contact: mailto:${encodeURI(address.trim())}`,
		`Expires: ${expires.toISOString().replace('.000', '')}`,
		'Preferred-Languages: ar, en',
		`Canonical: ${origin}/.well-known/security.txt`,
		'',
	].join('\n')
}
