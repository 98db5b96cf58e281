import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** A letter as the mail server got it. */
export type Received = {
	/** What stood in MAIL FROM, and in each RCPT TO that was accepted. */
	from: string
	to: string[]
	/** By lower-case name, decoded. */
	headers: Map<string, string>
	subject: string
	text: string
	page: string
	/** The whole of it, as it came over the line. */
	source: string
}

/** What a mail server says instead of yes: a reply code of SMTP, at one of its commands. */
export type Reply = { at: 'from' | 'to' | 'data'; code: number }

export type MailServer = {
	/** For SMTP_URL. */
	url: string
	port: number
	/** In the order in which they came. */
	received: Received[]
	/** How the next letters are answered, one each; after them everything is accepted. */
	replies: Reply[]
	/** How often each recipient was named, accepted or not. */
	named: string[]
	stop: () => Promise<void>
}

/** A real SMTP server on this machine. With a `port`, one that comes back where it was. */
export async function startMailServer({ port = 0 }: { port?: number } = {}): Promise<MailServer> {
	const received: Received[] = []
	const replies: Reply[] = []
	const named: string[] = []
	const answer = (at: Reply['at']): Error | null => {
		if (replies[0]?.at !== at) return null
		const code = replies.shift()?.code
		return Object.assign(new Error(`Refused for the test, <someone@desk.example>`), { responseCode: code })
	}
	const server = new SMTPServer({
		disabledCommands: ['AUTH', 'STARTTLS'],
		disableReverseLookup: true,
		logger: false,
		onMailFrom: (_address, _session, callback) => callback(answer('from')),
		onRcptTo: ({ address }, _session, callback) => {
			named.push(address)
			callback(answer('to'))
		},
		onData: (stream, { envelope }, callback) => {
			const chunks: Buffer[] = []
			stream.on('data', (chunk: Buffer) => chunks.push(chunk))
			stream.on('end', () => {
				const refused = answer('data')
				if (!refused) {
					const source = Buffer.concat(chunks).toString('utf8')
					const from = envelope.mailFrom ? envelope.mailFrom.address : ''
					received.push({ from, to: envelope.rcptTo.map(({ address }) => address), ...readLetter(source) })
				}
				callback(refused)
			})
		},
	})
	server.on('error', () => {})
	await once(server.listen(port, '127.0.0.1'), 'listening')
	const bound = (server.server.address() as AddressInfo).port
	return {
		url: `smtp://127.0.0.1:${bound}`,
		port: bound,
		received,
		replies,
		named,
		stop: () => new Promise((resolve) => server.close(() => resolve())),
	}
}

/** Take a letter apart: headers, subject, and the parts as text and as a page. */
export function readLetter(source: string): Omit<Received, 'from' | 'to'> {
	const whole = readPart(source)
	const boundary = /boundary="?([^";]+)"?/.exec(whole.headers.get('content-type') ?? '')?.[1]
	const parts = boundary
		? whole.body
				.split(`--${boundary}`)
				.slice(1, -1)
				.map((part) => readPart(part.replace(/^\r\n/, '')))
		: [whole]
	const find = (type: string) =>
		parts.find(({ headers }) => headers.get('content-type')?.startsWith(type))?.body ?? ''
	return {
		headers: whole.headers,
		subject: whole.headers.get('subject') ?? '',
		text: find('text/plain'),
		page: find('text/html'),
		source,
	}
}

function readPart(source: string): { headers: Map<string, string>; body: string } {
	const end = source.indexOf('\r\n\r\n')
	const headers = new Map<string, string>()
	for (const line of source
		.slice(0, end)
		.replace(/\r\n[ \t]+/g, ' ')
		.split('\r\n')) {
		const colon = line.indexOf(':')
		headers.set(line.slice(0, colon).toLowerCase(), decodeWords(line.slice(colon + 1).trim()))
	}
	const raw = source.slice(end + 4)
	const encoding = headers.get('content-transfer-encoding')
	if (encoding === 'base64') return { headers, body: tidy(Buffer.from(raw, 'base64').toString('utf8')) }
	if (encoding === 'quoted-printable') {
		return { headers, body: tidy(decodeQuoted(raw.replace(/[ \t]*=\r\n/g, ''))) }
	}
	return { headers, body: raw }
}

const tidy = (text: string) => text.replaceAll('\r\n', '\n')

/** RFC 2047: words that are not ASCII in a header. */
function decodeWords(text: string): string {
	return text.replace(/\?=\s+=\?/g, '?==?').replace(/(?:=\?utf-8\?[bq]\?[^?]*\?=)+/gi, (words) => {
		const bytes = [...words.matchAll(/=\?utf-8\?([bq])\?([^?]*)\?=/gi)].map(([, encoding, word = '']) =>
			encoding?.toLowerCase() === 'b'
				? Buffer.from(word, 'base64')
				: Buffer.from(decodeBytes(word.replaceAll('_', ' ')), 'latin1'),
		)
		return Buffer.concat(bytes).toString('utf8')
	})
}

function decodeQuoted(text: string): string {
	return Buffer.from(decodeBytes(text), 'latin1').toString('utf8')
}

function decodeBytes(text: string): string {
	return text.replace(/=([0-9A-F]{2})/gi, (_whole, hex: string) => String.fromCharCode(parseInt(hex, 16)))
}
