import {
	browserSupportsWebAuthn,
	type PublicKeyCredentialCreationOptionsJSON,
	type PublicKeyCredentialRequestOptionsJSON,
	startAuthentication,
	startRegistration,
	WebAuthnError,
} from '@simplewebauthn/browser'
import { type PasskeyUse, passkeyUses } from '#app/forms/second-factor.ts'

/** What the person's device said, as the form sends it; or why it said nothing. */
export type PasskeyAnswer =
	| { credential: string; problem?: undefined }
	| { problem: 'cancelled' | 'known' | 'unsupported' | 'late' | 'failed' }

/** Whether this browser knows passkeys at all. */
export function knowsPasskeys(): boolean {
	return browserSupportsWebAuthn()
}

/** Fetch a challenge and have the person's device answer it. */
export async function answerChallenge(use: PasskeyUse): Promise<PasskeyAnswer> {
	try {
		const response = await fetch(passkeyUses[use], {
			method: 'POST',
			body: new URLSearchParams({ intent: use }),
		})
		if (!response.ok) return { problem: response.status < 500 ? 'late' : 'failed' }
		const { options } = (await response.json()) as { options: unknown }
		const credential =
			use === 'add'
				? await startRegistration({ optionsJSON: options as PublicKeyCredentialCreationOptionsJSON })
				: await startAuthentication({ optionsJSON: options as PublicKeyCredentialRequestOptionsJSON })
		return { credential: JSON.stringify(credential) }
	} catch (error) {
		return { problem: problemOf(error) }
	}
}

function problemOf(error: unknown) {
	if (!(error instanceof Error)) return 'failed'
	if (error.name === 'NotAllowedError' || error.name === 'AbortError') return 'cancelled'
	if (!(error instanceof WebAuthnError)) return 'failed'
	switch (error.code) {
		case 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED':
			return 'known'
		case 'ERROR_AUTHENTICATOR_MISSING_DISCOVERABLE_CREDENTIAL_SUPPORT':
		case 'ERROR_AUTHENTICATOR_MISSING_USER_VERIFICATION_SUPPORT':
		case 'ERROR_AUTHENTICATOR_NO_SUPPORTED_PUBKEYCREDPARAMS_ALG':
			return 'unsupported'
		case 'ERROR_CEREMONY_ABORTED':
			return 'cancelled'
		default:
			return 'failed'
	}
}
