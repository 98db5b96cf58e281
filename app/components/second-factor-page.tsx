import { Form } from '@remix-run/react'
import type { Language } from '#app/domain/language.ts'
import { formatDay } from '#app/i18n/dates.ts'
import { useDeskWords } from './desk-words.ts'
import { PasskeyAdd } from './passkey-add.tsx'
import { type KeptPasskey, PasskeyList } from './passkey-list.tsx'
import { CodeField } from './second-factor-code.tsx'
import { RecoveryCodesShown } from './second-factor-codes.tsx'
import { type PendingSecret, SecondFactorSetup } from './second-factor-setup.tsx'

/** What a person has set up. Times as ISO 8601. */
export type Factors = {
	email: string
	/** The person's role takes a second factor, and they have none. */
	needed: boolean
	since: string | null
	pending: PendingSecret | null
	passkeys: KeptPasskey[]
	codesLeft: number
	now: string
}

/** What came of a form of the page. */
export type FactorAnswer = {
	done: Done | null
	/** Recovery codes that were just made: they are on this page and nowhere else. */
	codes: string[] | null
	/** Which form was not taken, and why. */
	refused:
		| { form: 'add' | 'remove'; why: 'required' | 'too-long' | 'wrong-code' }
		| { form: 'name'; why: 'required' | 'too-long' | 'bad-text' }
		| { form: 'passkey'; why: 'refused' | 'known' | 'too-many-keys' }
		| { form: 'remove'; why: 'wait'; seconds: number }
		| null
}

export const dones = ['added', 'removed', 'passkey-added', 'passkey-removed', 'remade'] as const
export type Done = (typeof dones)[number]

/** Where a person sets up what is asked of them beside the password. */
export function SecondFactorPage({
	factors,
	answer,
	done,
}: {
	factors: Factors
	answer: FactorAnswer | null
	done: Done | null
}) {
	const { words } = useDeskWords()
	const { secondFactor } = words
	const { since, passkeys, codesLeft } = factors
	const confirmed = answer?.done ?? (answer ? null : done)
	return (
		<div className="factors">
			<h1>{secondFactor.title}</h1>
			{confirmed ? (
				<p className="notice" role="status">
					{secondFactor.done[confirmed]}
				</p>
			) : null}
			{answer?.codes ? <RecoveryCodesShown codes={answer.codes} email={factors.email} /> : null}
			<p>{secondFactor.lead}</p>
			{factors.needed ? <p className="notice">{secondFactor.needed}</p> : null}
			<AppSection factors={factors} refused={answer?.refused ?? null} />
			<section>
				<h2>{secondFactor.passkeys.title}</h2>
				<p className="soft">{secondFactor.passkeys.lead}</p>
				<PasskeyList passkeys={passkeys} now={factors.now} />
				<PasskeyAdd refused={answer?.refused ?? null} />
			</section>
			{since || passkeys.length > 0 ? (
				<section>
					<h2>{secondFactor.codes.title}</h2>
					<p className="soft">
						{secondFactor.codes.lead} {secondFactor.codes.left(codesLeft)}
					</p>
					<Form method="post">
						<input type="hidden" name="intent" value="codes" />
						<p className="hint" id="remake-hint">
							{secondFactor.codes.remakeHint}
						</p>
						<button type="submit" className="quiet" aria-describedby="remake-hint">
							{secondFactor.codes.remake}
						</button>
					</Form>
				</section>
			) : null}
		</div>
	)
}

function AppSection({ factors, refused }: { factors: Factors; refused: FactorAnswer['refused'] }) {
	const { language, words } = useDeskWords()
	const { app } = words.secondFactor
	const wrongCode = (form: 'add' | 'remove') =>
		refused && refused.form === form && refused.why !== 'wait' ? words.fieldErrors[refused.why] : null
	return (
		<section>
			<h2>{app.title}</h2>
			<p className="soft">{app.lead}</p>
			{factors.since ? (
				<>
					<p>{app.since(sinceDay(factors.since, language))}</p>
					<details open={refused?.form === 'remove'}>
						<summary>{app.remove}</summary>
						<Form method="post">
							<input type="hidden" name="intent" value="remove" />
							<CodeField
								id="remove-code"
								label={app.removeCode}
								hint={app.removeHint}
								error={
									refused?.why === 'wait' ? words.secondFactor.tooMany(refused.seconds) : wrongCode('remove')
								}
								paper
							/>
							<button type="submit">{app.removeSubmit}</button>
						</Form>
					</details>
				</>
			) : factors.pending ? (
				<SecondFactorSetup pending={factors.pending} error={wrongCode('add')} />
			) : (
				<Form method="post">
					<button type="submit" name="intent" value="begin">
						{app.begin}
					</button>
				</Form>
			)}
		</section>
	)
}

function sinceDay(since: string, language: Language): string {
	return formatDay(since.slice(0, 10), language)
}
