import { createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto'
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import { isoCBOR } from '@simplewebauthn/server/helpers'

/*
 * A device that keeps passkeys, in software: it signs what a real one signs (ES256, no attestation). What it can be
 * told to get wrong are the things that an attacker would try.
 */

export type Lies = {
	/** The site it believes to be at. */
	origin?: string
	/** The name of the site that it signs for. */
	rpID?: string
	/** Its person was not asked for a finger, a face or a PIN. */
	unverified?: boolean
	/** How often it says it was used. */
	counter?: number
	/** Whose passkey it says this is. */
	userHandle?: string
}

export class SoftwareAuthenticator {
	readonly id = randomBytes(16).toString('base64url')
	private counter = 0
	private readonly keys: { publicKey: KeyObject; privateKey: KeyObject }
	private readonly site: { origin: string; rpID: string }
	private readonly userId: string

	constructor(site: { origin: string; rpID: string }, userId: string) {
		this.site = site
		this.userId = userId
		this.keys = generateKeyPairSync('ec', { namedCurve: 'P-256' })
	}

	/** Make a passkey. */
	create(challenge: string, lies: Lies = {}): RegistrationResponseJSON {
		const { x = '', y = '' } = this.keys.publicKey.export({ format: 'jwk' })
		const publicKey = isoCBOR.encode(
			new Map<number, number | Uint8Array>([
				[1, 2],
				[3, -7],
				[-1, 1],
				[-2, new Uint8Array(Buffer.from(x, 'base64url'))],
				[-3, new Uint8Array(Buffer.from(y, 'base64url'))],
			]),
		)
		const id = Buffer.from(this.id, 'base64url')
		const length = Buffer.alloc(2)
		length.writeUInt16BE(id.length)
		const data = Buffer.concat([this.data(lies, 0x40), Buffer.alloc(16), length, id, publicKey])
		const attestation = isoCBOR.encode(
			new Map<string, unknown>([
				['fmt', 'none'],
				['attStmt', new Map()],
				['authData', new Uint8Array(data)],
			]) as never,
		)
		return {
			id: this.id,
			rawId: this.id,
			type: 'public-key',
			clientExtensionResults: {},
			response: {
				clientDataJSON: this.clientData('webauthn.create', challenge, lies).toString('base64url'),
				attestationObject: Buffer.from(attestation).toString('base64url'),
				transports: ['internal'],
			},
		}
	}

	/** Show the passkey. */
	show(challenge: string, lies: Lies = {}): AuthenticationResponseJSON {
		this.counter += 1
		const data = this.data({ counter: this.counter, ...lies }, 0)
		const clientData = this.clientData('webauthn.get', challenge, lies)
		const signed = Buffer.concat([data, createHash('sha256').update(clientData).digest()])
		return {
			id: this.id,
			rawId: this.id,
			type: 'public-key',
			clientExtensionResults: {},
			response: {
				clientDataJSON: clientData.toString('base64url'),
				authenticatorData: data.toString('base64url'),
				signature: createSign('sha256').update(signed).sign(this.keys.privateKey).toString('base64url'),
				userHandle: Buffer.from(lies.userHandle ?? this.userId).toString('base64url'),
			},
		}
	}

	private data({ rpID, unverified, counter = 0 }: Lies, more: number): Buffer {
		const site = createHash('sha256')
			.update(rpID ?? this.site.rpID)
			.digest()
		const flags = 0x01 | (unverified ? 0 : 0x04) | more
		const count = Buffer.alloc(4)
		count.writeUInt32BE(counter)
		return Buffer.concat([site, Buffer.from([flags]), count])
	}

	private clientData(type: string, challenge: string, { origin }: Lies): Buffer {
		return Buffer.from(
			JSON.stringify({ type, challenge, origin: origin ?? this.site.origin, crossOrigin: false }),
		)
	}
}
