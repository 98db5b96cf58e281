import { useDeskWords } from './desk-words.ts'
import { FormRefusal } from './form-refusal.tsx'
import { PasskeyForm } from './passkey-form.tsx'
import { CodeField } from './second-factor-code.tsx'

export type StepProps = {
	/** By which of them the person can go on. */
	methods: { code: boolean; passkey: boolean; recovery: boolean }
	/** What was shown and not taken. */
	wrong: 'code' | 'recovery' | 'passkey' | null
	/** How long to wait before another try is taken, in seconds. */
	wait: number | null
}

/** The ways to take the second step: a code of the application, a passkey, a recovery code. */
export function SecondStep({ methods, wrong, wait }: StepProps) {
	const { words } = useDeskWords()
	const { step, passkeys, codeHint, code, tooMany } = words.secondFactor
	return (
		<>
			<p>{step.lead}</p>
			{wait ? (
				<FormRefusal cause={wait}>
					<p>{tooMany(wait)}</p>
				</FormRefusal>
			) : null}
			{methods.code ? (
				<form method="post" className="sign-in-form">
					<input type="hidden" name="intent" value="code" />
					<CodeField
						id="code"
						label={code}
						hint={codeHint}
						error={wrong === 'code' ? words.fieldErrors['wrong-code'] : null}
					/>
					<button type="submit">{step.submit}</button>
				</form>
			) : null}
			{methods.passkey ? (
				<>
					<PasskeyForm
						use="second-step"
						intent="passkey"
						label={passkeys.step}
						refused={wrong === 'passkey' ? 'refused' : null}
						quiet={methods.code}
					/>
					{methods.code ? null : <p className="notice script-absent">{step.passkeyOnly}</p>}
				</>
			) : null}
			<details className="second-step-lost" open={wrong === 'recovery'}>
				<summary>{step.lost}</summary>
				{methods.recovery ? (
					<form method="post">
						<input type="hidden" name="intent" value="recovery" />
						<CodeField
							id="recovery"
							label={step.recovery}
							hint={step.recoveryHint}
							error={wrong === 'recovery' ? step.wrongRecovery : null}
							paper
						/>
						<button type="submit" className="quiet">
							{step.recoverySubmit}
						</button>
					</form>
				) : (
					<p>{step.noRecovery}</p>
				)}
			</details>
		</>
	)
}
