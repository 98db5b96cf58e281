import '#app/edge/mode.server.ts'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { CannotStart } from '#app/cannot-start.ts'
import { startKeepingCopies } from '#app/copies/start.server.ts'
import { db } from '#app/db.server.ts'
import { demoPassword } from '#app/demo-password.server.ts'
import { loadBuild, serveSource } from '#app/edge/application.server.ts'
import { createEdge } from '#app/edge/handler.server.ts'
import { createListener, requireFreePort } from '#app/edge/listener.server.ts'
import { addressList, env, type Env } from '#app/env.server.ts'
import { watchLedger } from '#app/ledger-watch.server.ts'
import { logger } from '#app/log.server.ts'
import { startSendingLetters } from '#app/mail/send-letters.server.ts'
import { beginSetUp } from '#app/services/first-admin.server.ts'
import { startDatabase } from '#app/start-database.server.ts'
import { bringUpToDate } from '#app/up-to-date.server.ts'
import { newestMigration } from '#drizzle/migrate.server.ts'

/** A terminal and npm each pass on the same Ctrl-C; a second one that a person means comes later. */
const sameSignal = 1_000
const databaseDeadline = 3_000
/** How long a step of the start that cannot be broken off is waited for when the process is asked to stop. */
const startPatience = 10_000

const development = process.argv.includes('--dev')
const leaving = new AbortController()
/** What has been started, and how it is stopped, in the order it was started. */
const started: (() => Promise<void>)[] = []

async function start(settings: Env): Promise<void> {
	await requireFreePort(settings)
	const listener = createListener(settings)

	const database = await startDatabase(settings)
	started.push(database.stop)
	leaving.signal.throwIfAborted()
	await bringUpToDate(database)
	await watchLedger(settings)
	const signIns = settings.DEMO ? await loadDemonstration(settings) : null

	const application = development ? await serveSource(listener.server) : await loadBuild(leaving.signal)
	started.push(application.close)
	const edge = createEdge({
		...application,
		rules: {
			origin: settings.PUBLIC_ORIGIN,
			trustedProxies: addressList(settings.TRUSTED_PROXIES),
			routesAt: application.routesAt,
		},
		isReady: isDatabaseReady,
		isLeaving: () => leaving.signal.aborted,
		development,
	})
	leaving.signal.throwIfAborted()
	await listener.open(edge)
	started.push(listener.close)
	started.push(startSendingLetters(db, settings).stop)
	started.push(startKeepingCopies(db).stop)
	const setUpSecret = signIns ? null : await beginSetUp(db)
	console.log(welcome(settings.PUBLIC_ORIGIN, signIns, setUpSecret))
}

type SignIns = { emails: string[]; password: string }

async function loadDemonstration(settings: Env): Promise<SignIns> {
	const { seed } = await import('#seeds/seed.server.ts')
	const password = demoPassword(settings)
	const { emails } = await seed(db, { password })
	return { emails, password }
}

/** @param setUpSecret what the first admin's link holds, while nobody can sign in. It is printed here and nowhere else */
function welcome(origin: string, signIns: SignIns | null, setUpSecret: string | null): string {
	const lines = ['', `تدقيق · Tadqiq is running at ${origin}`, '']
	if (signIns) {
		const { emails, password } = signIns
		lines.push(`Sign in at ${origin}/sign-in as one of`, ...emails.map((email) => `  ${email}`))
		lines.push(`with the password  ${password}`, '')
	}
	if (setUpSecret) {
		lines.push('Nobody has an account yet. Set up the first account, an administrator’s, at')
		lines.push(`  ${origin}/account/setup?token=${setUpSecret}`)
		lines.push('The link works once, for 24 hours. Every start prints a new one, also that of another')
		lines.push('process on the same database, and only the newest works.', '')
	}
	return [...lines, 'Ctrl-C stops it.', ''].join('\n')
}

/** Whether the database answers, soon enough, and has every migration of this code. */
async function isDatabaseReady(): Promise<boolean> {
	const asked = db.execute<{ newest: string }>(
		sql`select max(created_at) as newest from drizzle.__drizzle_migrations`,
	)
	const answered = asked.then(
		([row]) => Number(row?.newest) >= newestMigration(),
		() => false,
	)
	return Promise.race([answered, wait(databaseDeadline, false, { ref: false })])
}

let starting: Promise<void> | undefined
let leftAt = 0

/** Stop everything in the reverse order, once, and end. Asked again, end at once. */
async function leave(code: number): Promise<void> {
	if (leaving.signal.aborted) {
		if (Date.now() - leftAt > sameSignal) process.exit(1)
		return
	}
	leftAt = Date.now()
	leaving.abort()
	await Promise.race([starting?.catch(() => {}), wait(startPatience, null, { ref: false })])
	for (const stop of started.reverse()) {
		try {
			await stop()
		} catch (error) {
			logger.error({ err: error }, 'could not be stopped in order')
			code ||= 1
		}
	}
	process.exit(code)
}

process.on('SIGINT', () => void leave(0))
process.on('SIGTERM', () => void leave(0))
process.on('uncaughtException', (error) => {
	logger.fatal({ err: error }, 'unexpected error')
	void leave(1)
})

try {
	starting = start(env())
	await starting
} catch (error) {
	// What fails because we are leaving is no news.
	if (!leaving.signal.aborted) {
		if (error instanceof CannotStart) console.error(`\n${error.message}\n`)
		else logger.fatal({ err: error }, 'could not start')
		await leave(1)
	}
}
