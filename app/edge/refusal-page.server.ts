import { createHash } from 'node:crypto'
import { refusals, type RefusalReason } from './refusals.ts'

const style = `
	:root { color-scheme: light dark }
	body { font: 18px/1.7 system-ui, sans-serif; margin: 12vh auto; max-width: 38rem; padding-inline: 1.5rem }
	h1 { font-size: 1.35rem; line-height: 1.4; margin-block: 0 .25rem }
	p { margin-block: 0 }
	section + section { border-block-start: 1px solid #8886; margin-block-start: 2rem; padding-block-start: 2rem }
`
const styleHash = createHash('sha256').update(style).digest('base64')

/**
 * The answer to a request that the edge turned away: a page that stands alone, in both languages, as
 * nothing of the request is believed; or plain text for Remix's own fetches, which show it in their page.
 */
export function refusalResponse(
	reason: RefusalReason,
	request: { isData: boolean; retryAfter?: number },
): Response {
	const { status, ar, en } = refusals[reason]
	const headers = new Headers({ 'Cache-Control': 'no-store' })
	if (reason === 'method') headers.set('Allow', 'GET, HEAD, POST')
	const retryAfter = request.retryAfter ?? (reason === 'not-ready' ? 5 : null)
	if (retryAfter) headers.set('Retry-After', String(retryAfter))
	if (request.isData) {
		headers.set('Content-Type', 'text/plain; charset=utf-8')
		return new Response(`${ar.title}. ${ar.text}\n${en.title}. ${en.text}\n`, { status, headers })
	}
	headers.set('Content-Type', 'text/html; charset=utf-8')
	headers.set(
		'Content-Security-Policy',
		`default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
	)
	return new Response(page(ar, en), { status, headers })
}

type Words = { title: string; text: string }

function page(ar: Words, en: Words): string {
	return `<!doctype html>
<html lang="ar" dir="rtl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${ar.title} · ${en.title}</title>
<style>${style}</style>
</head>
<body>
<main>
<section><h1>${ar.title}</h1><p>${ar.text}</p></section>
<section lang="en" dir="ltr"><h1>${en.title}</h1><p>${en.text}</p></section>
</main>
</body>
</html>
`
}
