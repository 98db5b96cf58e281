import { randomUUID } from 'node:crypto'
import fs from 'node:fs/promises'
import path from 'node:path'
import nodemailer, { type SendMailOptions, type Transporter } from 'nodemailer'
import type { Language } from '#app/domain/language.ts'
import { readMailAddress } from '#app/domain/mail-address.ts'
import { type Env, isLoopback } from '#app/env.server.ts'
import { letterWords } from './content.ts'

/** A letter ready to go. `to` is an address as `readMailAddress` gives it. */
export type Message = {
	/** The same for every try: a mailbox that gets it twice can tell. */
	id: string
	to: string
	language: Language
	subject: string
	text: string
	page: string
	/** When it was asked for. */
	date: Date
}

export type Mailer = {
	/** Where letters go: to a mail server, or to files when none is set. */
	goesTo: 'server' | 'files'
	/**
	 * Hand the letter over: when this resolves, the mail server has taken it, or the file is there.
	 * @throws what nodemailer throws, with `responseCode` and `command` when the server refused
	 */
	send: (message: Message, signal?: AbortSignal) => Promise<void>
	close: () => void
}

/** An address that we were given is not one; it must not come near a mail server. */
export class NotAnAddress extends Error {
	override name = 'NotAnAddress'
}

type Settings = Pick<Env, 'SMTP_URL' | 'MAIL_FROM' | 'PUBLIC_ORIGIN' | 'DATA_DIR'>

/** How many milliseconds each part of a conversation with a mail server may take, and all of it together. */
const timeouts = {
	dnsTimeout: 5_000,
	connectionTimeout: 10_000,
	greetingTimeout: 10_000,
	socketTimeout: 20_000,
}
const sendTimeout = 45_000

/** The way out for letters: the mail server at SMTP_URL, or the folder `outbox` in DATA_DIR when there is none. */
export function openMailer(settings: Settings): Mailer {
	const { hostname } = new URL(settings.PUBLIC_ORIGIN)
	const host = hostname.startsWith('[') ? 'localhost' : hostname
	const from = readSender(settings.MAIL_FROM ?? `tadqiq@${host}`)
	return settings.SMTP_URL
		? sendByServer(settings.SMTP_URL, from, host)
		: writeToFiles(path.join(settings.DATA_DIR, 'outbox'), from, host)
}

function sendByServer(url: string, from: Sender, host: string): Mailer {
	const { username, hostname } = new URL(url)
	const transport = nodemailer.createTransport({
		url,
		name: host,
		// A password is not sent in the clear, and neither are letters that go where one is needed.
		requireTLS: username !== '' && !isLoopback(hostname.toLowerCase()),
		...timeouts,
	})
	return {
		goesTo: 'server',
		async send(message, signal) {
			const limit = AbortSignal.timeout(sendTimeout)
			await transport.sendMail({
				...compile(message, from, host),
				signal: signal ? AbortSignal.any([signal, limit]) : limit,
			})
		},
		close: () => transport.close(),
	}
}

function writeToFiles(folder: string, from: Sender, host: string): Mailer {
	const transport: Transporter<{ message: unknown }> = nodemailer.createTransport({
		streamTransport: true,
		buffer: true,
		newline: 'windows',
	})
	return {
		goesTo: 'files',
		async send(message) {
			const { message: bytes } = await transport.sendMail(compile(message, from, host))
			if (!Buffer.isBuffer(bytes)) throw new TypeError('The letter was not composed.')
			// The links in it open accounts: for the process's own account only.
			await fs.mkdir(folder, { recursive: true, mode: 0o700 })
			// Named by when it was asked for, so that a second try writes the same file.
			const time = message.date
				.toISOString()
				.replace(/\.\d+Z$/, 'Z')
				.replaceAll(':', '-')
			const file = path.join(folder, `${time}-${message.id}.eml`)
			const unfinished = `${file}.${randomUUID()}`
			await fs.writeFile(unfinished, bytes, { mode: 0o600, flag: 'wx', flush: true })
			await fs.rename(unfinished, file)
		},
		close: () => transport.close(),
	}
}

/**
 * What nodemailer is given. The recipient stands in an envelope of our own, as one address that was read strictly:
 * nodemailer takes a text with a line break apart into several recipients.
 * @throws NotAnAddress
 */
function compile(
	{ id, to, language, subject, text, page, date }: Message,
	{ name, address }: Sender,
	host: string,
): SendMailOptions {
	if (readMailAddress(to) !== to) throw new NotAnAddress('A letter is addressed to something else.')
	return {
		envelope: { from: address, to: [to] },
		from: { name: name ?? letterWords(language).sender, address },
		to: { name: '', address: to },
		subject,
		text,
		html: page,
		messageId: `<${id}@${host}>`,
		date,
		headers: {
			'Content-Language': language,
			// Nobody's holiday notice should answer (RFC 3834; Exchange asks for its own).
			'Auto-Submitted': 'auto-generated',
			'X-Auto-Response-Suppress': 'All',
		},
		disableFileAccess: true,
		disableUrlAccess: true,
	}
}

type Sender = { name: string | null; address: string }

function readSender(value: string): Sender {
	const [, name = '', address = value] = /^([^<>]*)<([^<>]+)>$/.exec(value) ?? []
	return { name: name.trim().replace(/^"(.*)"$/, '$1') || null, address: address.trim() }
}
