import {
	type AuthenticationResponseJSON,
	generateAuthenticationOptions,
	generateRegistrationOptions,
	type PublicKeyCredentialCreationOptionsJSON,
	type PublicKeyCredentialRequestOptionsJSON,
	type RegistrationResponseJSON,
	verifyAuthenticationResponse,
	verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { cose, isoBase64URL, isoUint8Array } from '@simplewebauthn/server/helpers'
import { and, asc, eq, isNull, lt, sql } from 'drizzle-orm'
import type { Db } from '#app/db.server.ts'
import { tokenLifetime, type TokenPurpose } from '#app/domain/account.ts'
import type { Actor } from '#app/domain/people.ts'
import { env } from '#app/env.server.ts'
import { Refusal } from '#app/errors.ts'
import { issueToken, spendToken } from '#app/services/one-time-tokens.server.ts'
import { passkeys, users } from '#drizzle/schema.ts'
import { writeSecret } from './cookie.server.ts'
import { addedFactor, type FactorChange, removedFactor } from './second-factor.server.ts'

/*
 * Passkeys (W3C Web Authentication, level 3). Each is kept by its device, is found there without a name being typed,
 * and asks for the finger, the face or the PIN of its person: so it stands for a password and a second factor at once.
 */

/** The site that passkeys are good for, as everybody reaches it; nothing that a request says changes it. */
function site(): { rpID: string; origin: string } {
	const { PUBLIC_ORIGIN } = env()
	return { rpID: new URL(PUBLIC_ORIGIN).hostname, origin: PUBLIC_ORIGIN }
}

/** What every device in use can sign with. */
const algorithms = [cose.COSEALG.EdDSA, cose.COSEALG.ES256, cose.COSEALG.RS256]

/** More than anyone has, and few enough for every challenge to name them. */
const mostPasskeys = 20

/** A passkey as its person sees it. */
export type Passkey = { id: string; name: string; createdAt: Date; lastUsedAt: Date | null }

/** A challenge for the browser, and the cookie by which its answer is recognised. */
export type Challenge<Options> = { options: Options; cookie: string }

/** A person's passkeys, the oldest first. */
export async function listPasskeys(db: Db, userId: string): Promise<Passkey[]> {
	return db
		.select({
			id: passkeys.id,
			name: passkeys.name,
			createdAt: passkeys.createdAt,
			lastUsedAt: passkeys.lastUsedAt,
		})
		.from(passkeys)
		.where(eq(passkeys.userId, userId))
		.orderBy(asc(passkeys.createdAt), asc(passkeys.id))
}

/** Ask a person's device for a new passkey. `siteName` is what the device lists it under. */
export async function askForNewPasskey(
	db: Db,
	actor: Actor,
	siteName: string,
	now = new Date(),
): Promise<Challenge<PublicKeyCredentialCreationOptionsJSON>> {
	const options = await generateRegistrationOptions({
		rpName: siteName,
		rpID: site().rpID,
		userID: isoUint8Array.fromUTF8String(actor.id),
		userName: actor.email,
		userDisplayName: actor.name,
		excludeCredentials: await credentialsOf(db, actor.id),
		authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
		supportedAlgorithmIDs: algorithms,
		timeout: tokenLifetime['passkey-add'] * 1000,
	})
	return { options, cookie: await keepChallenge(db, 'passkey-add', options.challenge, actor.id, now) }
}

/**
 * Keep the passkey that a device has made. Every other session ends. The challenge is spent, whatever comes of it.
 * @returns what came of it; `null` when the answer does not fit the challenge
 * @throws Refusal `taken` for a passkey that is kept already, `too-large` for more than anyone has
 */
export async function addPasskey(
	db: Db,
	actor: Actor,
	{
		secret,
		response,
		name,
		request,
	}: { secret: string; response: RegistrationResponseJSON; name: string; request: Request },
	now = new Date(),
): Promise<FactorChange | null> {
	const challenge = await takeChallenge(db, 'passkey-add', { secret, userId: actor.id }, now)
	const { rpID, origin } = site()
	if (!challenge) return null
	const verified = await orNull(
		verifyRegistrationResponse({
			response,
			expectedChallenge: challenge,
			expectedOrigin: origin,
			expectedRPID: rpID,
			requireUserVerification: true,
			supportedAlgorithmIDs: algorithms,
		}),
	)
	if (!verified?.verified) return null
	const { id, publicKey, counter, transports = [] } = verified.registrationInfo.credential
	return db.transaction(async (tx) => {
		const kept = await tx.$count(passkeys, eq(passkeys.userId, actor.id))
		if (kept >= mostPasskeys) throw new Refusal('too-large')
		const added = await tx
			.insert(passkeys)
			.values({
				id,
				userId: actor.id,
				publicKey: isoBase64URL.fromBuffer(publicKey),
				counter,
				transports,
				name,
				createdAt: now,
			})
			.onConflictDoNothing()
			.returning({ id: passkeys.id })
		if (added.length === 0) throw new Refusal('taken')
		return addedFactor(tx, actor.id, 'passkey-added', request, now)
	})
}

/**
 * Forget a passkey. Every other session ends.
 * @returns the session's new cookie
 * @throws Refusal `not-found` when the person has no such passkey
 */
export async function removePasskey(
	db: Db,
	actor: Actor,
	{ id, request }: { id: string; request: Request },
	now = new Date(),
): Promise<string> {
	return db.transaction(async (tx) => {
		const removed = await tx
			.delete(passkeys)
			.where(and(eq(passkeys.id, id), eq(passkeys.userId, actor.id)))
			.returning({ id: passkeys.id })
		if (removed.length === 0) throw new Refusal('not-found')
		return removedFactor(tx, actor.id, 'passkey-removed', request, now)
	})
}

/** Ask a device for a passkey of this person's, or, of nobody yet, for any that it has for this site. */
export async function askForPasskey(
	db: Db,
	userId: string | null,
	now = new Date(),
): Promise<Challenge<PublicKeyCredentialRequestOptionsJSON>> {
	const options = await generateAuthenticationOptions({
		rpID: site().rpID,
		userVerification: 'required',
		...(userId && { allowCredentials: await credentialsOf(db, userId) }),
		timeout: tokenLifetime['passkey-sign-in'] * 1000,
	})
	return { options, cookie: await keepChallenge(db, 'passkey-sign-in', options.challenge, userId, now) }
}

/**
 * Whose passkey has answered. The challenge is spent, whatever comes of it, and is good only for whom it was asked of.
 * @returns the person's id; `null` for an answer that does not fit, a passkey of nobody or of somebody disabled, and a
 *   counter that has not risen: then the passkey was copied
 */
export async function provePasskey(
	db: Db,
	{
		secret,
		response,
		userId,
	}: { secret: string | null; response: AuthenticationResponseJSON; userId: string | null },
	now = new Date(),
): Promise<string | null> {
	const challenge = secret && (await takeChallenge(db, 'passkey-sign-in', { secret, userId }, now))
	const kept = challenge && (await findPasskey(db, response.id))
	if (!kept || (userId && kept.userId !== userId)) return null
	const handle = response.response.userHandle
	if (handle !== undefined && handle !== isoBase64URL.fromUTF8String(kept.userId)) return null
	const { rpID, origin } = site()
	const verified = await orNull(
		verifyAuthenticationResponse({
			response,
			expectedChallenge: challenge,
			expectedOrigin: origin,
			expectedRPID: rpID,
			requireUserVerification: true,
			credential: {
				id: kept.id,
				publicKey: isoBase64URL.toBuffer(kept.publicKey),
				counter: kept.counter,
			},
		}),
	)
	if (!verified?.verified) return null
	const { newCounter } = verified.authenticationInfo
	// Devices that do not count say 0 each time.
	const risen = newCounter === 0 ? eq(passkeys.counter, 0) : lt(passkeys.counter, newCounter)
	const used = await db
		.update(passkeys)
		.set({ counter: newCounter, lastUsedAt: now })
		.where(and(eq(passkeys.id, kept.id), risen))
		.returning({ userId: passkeys.userId })
	return used[0]?.userId ?? null
}

async function findPasskey(db: Db, id: string) {
	const [kept] = await db
		.select({
			id: passkeys.id,
			userId: passkeys.userId,
			publicKey: passkeys.publicKey,
			counter: passkeys.counter,
		})
		.from(passkeys)
		.innerJoin(users, eq(users.id, passkeys.userId))
		.where(and(eq(passkeys.id, id), isNull(users.disabledAt)))
	return kept ?? null
}

async function credentialsOf(db: Db, userId: string) {
	return db
		.select({ id: passkeys.id, transports: sql<string[]>`${passkeys.transports}` })
		.from(passkeys)
		.where(eq(passkeys.userId, userId))
}

async function keepChallenge(
	db: Db,
	purpose: TokenPurpose,
	challenge: string,
	userId: string | null,
	now: Date,
): Promise<string> {
	const secret = await issueToken(db, purpose, { ...(userId && { userId }), detail: { challenge } }, now)
	return writeSecret('passkey', secret, tokenLifetime[purpose])
}

/** Spend a challenge; `null` when there is none, or it was set for somebody else. */
async function takeChallenge(
	db: Db,
	purpose: TokenPurpose,
	{ secret, userId }: { secret: string; userId: string | null },
	now: Date,
): Promise<string | null> {
	const token = await spendToken(db, purpose, secret, now)
	const challenge = token?.detail['challenge']
	return token?.userId === userId && typeof challenge === 'string' ? challenge : null
}

/** The library throws at whatever does not fit, and nothing else can go wrong in there: it asks no database. */
async function orNull<Result>(work: Promise<Result>): Promise<Result | null> {
	return work.catch(() => null)
}
