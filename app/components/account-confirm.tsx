import { getFormProps, useForm } from '@conform-to/react'
import { Form } from '@remix-run/react'
import type { z } from 'zod'
import type { AccountAnswer, ProofIntent, proofSchema } from '#app/forms/account.ts'
import { PresentPasswordField } from './account-field.tsx'
import { AccountRefused } from './account-refusal.tsx'
import { useDeskWords } from './desk-words.ts'
import { PasskeyConfirm } from './passkey-form.tsx'
import { CodeField } from './second-factor-code.tsx'

type Props = {
	email: string
	/** Which proofs beside the password the person has set up. */
	methods: { code: boolean; passkey: boolean }
	answer: AccountAnswer<ProofIntent> | null
}

/** Asks a person who is signed in to prove that it is they, by whatever they have. */
export function AccountConfirm({ email, methods, answer }: Props) {
	const { words } = useDeskWords()
	const { confirm } = words.account
	const wrongCode = answer?.intent === 'code' && answer.result.error?.['code']
	return (
		<div className="account-confirm">
			<h1>{confirm.title}</h1>
			<p>{confirm.lead}</p>
			<p className="soft">{confirm.whose(email)}</p>
			<AccountRefused refusal={answer?.refusal} cause={answer} />
			<PasswordProof email={email} answer={answer?.intent === 'password' ? answer : null} />
			{methods.code ? (
				<>
					<p className="account-or">{confirm.or}</p>
					<Form method="post">
						<input type="hidden" name="intent" value="code" />
						<CodeField
							id="code"
							label={words.secondFactor.code}
							hint={words.secondFactor.codeHint}
							error={wrongCode ? words.fieldErrors['wrong-code'] : null}
						/>
						<button className="quiet" type="submit">
							{confirm.codeSubmit}
						</button>
					</Form>
				</>
			) : null}
			{methods.passkey ? <PasskeyConfirm refused={answer?.intent === 'passkey' && !answer.refusal} /> : null}
		</div>
	)
}

function PasswordProof({ email, answer }: { email: string; answer: Props['answer'] }) {
	const { words } = useDeskWords()
	const { confirm } = words.account
	const [form, fields] = useForm<z.input<typeof proofSchema>>({ id: 'proof', lastResult: answer?.result })
	return (
		<Form method="post" {...getFormProps(form)}>
			<input type="hidden" name="intent" value="password" />
			{/* For password managers, which look for whose password it is. */}
			<input type="hidden" autoComplete="username" value={email} readOnly />
			<PresentPasswordField field={fields.password} label={confirm.password} />
			<button type="submit">{confirm.submit}</button>
		</Form>
	)
}
