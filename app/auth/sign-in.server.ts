import type { AppLoadContext } from '@remix-run/node'
import type { AuthenticationResponseJSON } from '@simplewebauthn/server'
import { and, eq, gt, isNull } from 'drizzle-orm'
import type { Db } from '#app/db.server.ts'
import { tokenLifetime } from '#app/domain/account.ts'
import type { Role } from '#app/domain/people.ts'
import { Refusal } from '#app/errors.ts'
import { sha256 } from '#app/ids.server.ts'
import { securityEvent } from '#app/log.server.ts'
import { post } from '#app/mail/post.server.ts'
import { recordAccountEvent } from '#app/services/account-events.server.ts'
import { findToken, issueToken, newSecret, spendToken } from '#app/services/one-time-tokens.server.ts'
import { knownDevices, sessions, users } from '#drizzle/schema.ts'
import { readSecret, readToken, writeSecret } from './cookie.server.ts'
import { countProof, countSignIn, forgiveSignIn } from './limits.server.ts'
import { networkOf } from './network.ts'
import { provePasskey } from './passkeys.server.ts'
import { checkPassword, rehashIfNeeded } from './password.server.ts'
import { spendRecoveryCode } from './recovery-codes.server.ts'
import { checkCode, findMethods } from './second-factor.server.ts'
import { beginSession, type Device } from './sessions.server.ts'

/** Where a sign-in comes from: the browser, and the secrets it brought along. */
export type Visitor = Device & {
	/** The secret of the `device` cookie: somebody has signed in from this browser before. */
	device: string | null
	/** The token of a session that the browser still holds; it ends when another begins. */
	session?: string | null
}

/** What a try to sign in leads to. `cookies` are `Set-Cookie` headers. */
export type SignInAnswer =
	| { outcome: 'in'; cookies: string[] }
	/** The password was right, and a second factor is asked for. Nothing is open yet. */
	| { outcome: 'second-step'; cookies: string[] }
	| { outcome: 'wrong' }
	/** Not even looked at: there were too many tries. */
	| { outcome: 'wait'; seconds: number }
	/** The first step is too long ago, or was taken back. */
	| { outcome: 'spent' }

/** What a person shows as the second step. */
export type Proof =
	| { kind: 'code' | 'recovery'; code: string }
	| { kind: 'passkey'; secret: string | null; response: AuthenticationResponseJSON }

/** For how long a browser is remembered after a sign-in, in days. */
const deviceDays = 90

type Person = { id: string; email: string; role: Role; lastSignedInAt: Date | null }

/** Where a request comes from. */
export function readVisitor({ request, context }: { request: Request; context: AppLoadContext }): Visitor {
	return {
		agent: request.headers.get('user-agent'),
		network: networkOf(context.address),
		device: readSecret(request, 'device'),
		session: readToken(request),
	}
}

/**
 * Sign in by mail address and password. An address nobody has, a wrong password and a person who is disabled are told
 * apart neither by the answer nor by the time it takes.
 */
export async function signIn(
	db: Db,
	{ email, password, ...visitor }: Visitor & { email: string; password: string },
	now = new Date(),
): Promise<SignInAnswer> {
	const address = email.trim().toLowerCase()
	const seconds = await countSignIn(
		db,
		{ email: address, network: visitor.network, device: visitor.device },
		now,
	)
	if (seconds !== null) return { outcome: 'wait', seconds }
	const [person] = await db.select().from(users).where(eq(users.email, address))
	const right = await checkPassword(person?.passwordHash ?? null, password)
	if (!person || !right || person.disabledAt) {
		logRefused('password', { account: hashOf(address) })
		return { outcome: 'wrong' }
	}
	const passwordHash = await rehashIfNeeded(db, person, password)
	const { code, passkey } = await findMethods(db, person.id)
	if (code || passkey) return { outcome: 'second-step', cookies: [await askSecondStep(db, person.id, now)] }
	const cookies = await db.transaction(async (tx) => {
		// Whoever changed the password, the role or the account meanwhile ends this session too, or goes first.
		const [still] = await tx.select().from(users).where(eq(users.id, person.id)).for('share')
		if (!still || still.disabledAt) return null
		const unchanged = still.passwordHash === passwordHash
		if (!unchanged && !(await checkPassword(still.passwordHash, password))) return null
		return letIn(tx, still, visitor, { secondFactor: false, by: 'password' }, now)
	})
	if (!cookies) {
		logRefused('password', { account: hashOf(address) })
		return { outcome: 'wrong' }
	}
	await forgiveSignIn(db, { email: address, network: visitor.network, device: visitor.device })
	return { outcome: 'in', cookies }
}

/** Sign in by a passkey alone, which stands for the second factor too. */
export async function signInByPasskey(
	db: Db,
	{ secret, response, ...visitor }: Visitor & { secret: string | null; response: AuthenticationResponseJSON },
	now = new Date(),
): Promise<SignInAnswer> {
	const userId = await provePasskey(db, { secret, response, userId: null }, now)
	const person = userId && (await findPerson(db, userId))
	if (!person) {
		logRefused('passkey', {})
		return { outcome: 'wrong' }
	}
	const cookies = await db.transaction((tx) =>
		letIn(tx, person, visitor, { secondFactor: true, by: 'passkey' }, now),
	)
	await forgiveSignIn(db, { email: person.email, network: visitor.network, device: visitor.device })
	return { outcome: 'in', cookies }
}

/** Whose second step is awaited, told by the secret of the `second-step` cookie; and how they may take it. */
export async function findSecondStep(
	db: Db,
	secret: string | null,
	now = new Date(),
): Promise<{ userId: string; methods: Awaited<ReturnType<typeof findMethods>> } | null> {
	const token = secret && (await findToken(db, 'second-step', secret, now))
	if (!token || !token.userId) return null
	return { userId: token.userId, methods: await findMethods(db, token.userId) }
}

/** Ask somebody whose password was right for their second factor. @returns the `Set-Cookie` header that says so */
export async function askSecondStep(db: Db, userId: string, now = new Date()): Promise<string> {
	return writeSecret(
		'second-step',
		await issueToken(db, 'second-step', { userId }, now),
		tokenLifetime['second-step'],
	)
}

/** Take the second step, for the person whose first step the secret is of, and nobody else. */
export async function takeSecondStep(
	db: Db,
	{ secret, proof, ...visitor }: Visitor & { secret: string | null; proof: Proof },
	now = new Date(),
): Promise<SignInAnswer> {
	const token = secret && (await findToken(db, 'second-step', secret, now))
	const person = token && token.userId && (await findPerson(db, token.userId))
	if (!secret || !person) return { outcome: 'spent' }
	if (proof.kind !== 'passkey') {
		const seconds = await countProof(db, { userId: person.id, network: visitor.network }, now)
		if (seconds !== null) return { outcome: 'wait', seconds }
	}
	const answer = await db.transaction(async (tx): Promise<SignInAnswer> => {
		if (!(await isProven(tx, person.id, proof, now))) return { outcome: 'wrong' }
		if (!(await spendToken(tx, 'second-step', secret, now))) return { outcome: 'spent' }
		const cookies = await letIn(tx, person, visitor, { secondFactor: true, by: proof.kind }, now)
		return { outcome: 'in', cookies: [...cookies, writeSecret('second-step', null)] }
	})
	if (answer.outcome === 'wrong') logRefused(proof.kind, { userId: person.id })
	if (answer.outcome === 'in') {
		await forgiveSignIn(db, { email: person.email, network: visitor.network, device: visitor.device })
	}
	return answer
}

async function isProven(tx: Db, userId: string, proof: Proof, now: Date): Promise<boolean> {
	switch (proof.kind) {
		case 'code':
			return checkCode(tx, userId, proof.code, now)
		case 'recovery':
			return spendRecoveryCode(tx, userId, proof.code, now)
		case 'passkey':
			return (await provePasskey(tx, { ...proof, userId }, now)) === userId
	}
}

/** Who this is, unless they are disabled. */
async function findPerson(db: Db, userId: string): Promise<Person | null> {
	const [person] = await db
		.select({ id: users.id, email: users.email, role: users.role, lastSignedInAt: users.lastSignedInAt })
		.from(users)
		.where(and(eq(users.id, userId), isNull(users.disabledAt)))
	return person ?? null
}

/** Everything that happens when somebody has come in, in one transaction. @returns the session's and the device's cookie */
async function letIn(
	tx: Db,
	person: Person,
	{ device, session, ...where }: Visitor,
	{ secondFactor, by }: { secondFactor: boolean; by: 'password' | Proof['kind'] },
	now: Date,
): Promise<string[]> {
	const known = await isKnownDevice(tx, person.id, device, now)
	const [entered] = await tx
		.update(users)
		.set({ lastSignedInAt: now })
		.where(and(eq(users.id, person.id), isNull(users.disabledAt)))
		.returning({ id: users.id })
	if (!entered) throw new Refusal('forbidden')
	await recordAccountEvent(
		tx,
		{ actorId: person.id, subjectId: person.id, kind: 'signed-in', detail: { by } },
		now,
	)
	if (!known && person.lastSignedInAt) {
		await post(tx, { kind: 'account-changed', userId: person.id, what: 'new-device' }, now)
	}
	if (session) await tx.delete(sessions).where(eq(sessions.id, sha256(session)))
	return [
		await beginSession(tx, person, { ...where, secondFactor }, now),
		await rememberDevice(tx, person.id, { token: known ? device : null, network: where.network }, now),
	]
}

async function isKnownDevice(tx: Db, userId: string, device: string | null, now: Date): Promise<boolean> {
	if (!device) return false
	const since = new Date(now.getTime() - deviceDays * 86_400_000)
	const known = await tx.$count(
		knownDevices,
		and(
			eq(knownDevices.id, sha256(device)),
			eq(knownDevices.userId, userId),
			gt(knownDevices.lastUsedAt, since),
		),
	)
	return known > 0
}

/** Know a browser again, by the token it has or by a new one. @returns the `Set-Cookie` header */
async function rememberDevice(
	tx: Db,
	userId: string,
	{ token, network }: { token: string | null; network: string },
	now: Date,
): Promise<string> {
	const secret = token ?? newSecret()
	await tx
		.insert(knownDevices)
		.values({ id: sha256(secret), userId, network, lastUsedAt: now })
		.onConflictDoUpdate({ target: knownDevices.id, set: { network, lastUsedAt: now } })
	return writeSecret('device', secret, deviceDays * 86_400)
}

/** Tries that failed are for the security log alone, which names no addresses. */
function logRefused(by: string, who: { account?: string; userId?: string }): void {
	securityEvent(by === 'password' ? 'sign-in-failed' : 'proof-failed', { by, ...who })
}

/** Enough of a hash to see that tries were at the same account. */
function hashOf(address: string): string {
	return sha256(address).slice(0, 16)
}
