import { useDeskWords } from './desk-words.ts'
import { PasskeyForm } from './passkey-form.tsx'
import type { FactorAnswer } from './second-factor-page.tsx'

/** Names a new passkey and has the person's device make it. */
export function PasskeyAdd({ refused }: { refused: FactorAnswer['refused'] }) {
	const { words } = useDeskWords()
	const { passkeys } = words.secondFactor
	const error = refused?.form === 'name' ? words.fieldErrors[refused.why] : null
	return (
		<>
			<p className="hint script-absent">{passkeys.needsScript}</p>
			<PasskeyForm
				use="add"
				intent="add-passkey"
				label={passkeys.add}
				refused={refused?.form === 'passkey' ? refused.why : null}
				quiet
			>
				<div className="field">
					<label htmlFor="passkey-name">{passkeys.name}</label>
					<p className="hint" id="passkey-name-hint">
						{passkeys.nameHint}
					</p>
					<input
						id="passkey-name"
						name="name"
						type="text"
						autoComplete="off"
						dir="auto"
						maxLength={60}
						required
						aria-invalid={error ? true : undefined}
						aria-describedby={error ? 'passkey-name-hint passkey-name-error' : 'passkey-name-hint'}
					/>
					{error ? (
						<p className="field-error" id="passkey-name-error">
							{error}
						</p>
					) : null}
				</div>
			</PasskeyForm>
		</>
	)
}
