import { Form } from '@remix-run/react'
import { useDeskWords } from './desk-words.ts'
import { CodeField } from './second-factor-code.tsx'

/** A secret that waits to be put into an application. */
export type PendingSecret = {
	/** In Base32, in groups of four. */
	secret: string
	/** The `otpauth:` address. */
	address: string
	/** The address as a QR code: a picture in a `data:` address. */
	picture: string
}

/** Three steps: the secret goes into the application, a code of it comes back, and only then it counts. */
export function SecondFactorSetup({ pending, error }: { pending: PendingSecret; error: string | null }) {
	const { words } = useDeskWords()
	const { app, code, codeHint } = words.secondFactor
	return (
		<>
			<ol className="factor-setup">
				<li>
					<p>{app.scan}</p>
					<img className="factor-qr" src={pending.picture} alt={app.qr} width="192" height="192" />
					<p id="secret-label">{app.type}</p>
					<p>
						<code className="factor-secret" dir="ltr" aria-labelledby="secret-label">
							{pending.secret}
						</code>
					</p>
					<p>
						<a href={pending.address}>{app.open}</a>
					</p>
				</li>
				<li>
					<p>{app.confirm}</p>
					<Form method="post">
						<input type="hidden" name="intent" value="add" />
						<CodeField id="add-code" label={code} hint={codeHint} error={error} />
						<div className="actions">
							<button type="submit">{app.submit}</button>
							<button type="submit" className="plain" form="abandon" name="intent" value="abandon">
								{app.abandon}
							</button>
						</div>
					</Form>
				</li>
			</ol>
			<Form method="post" id="abandon" />
		</>
	)
}
