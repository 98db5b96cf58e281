import type { ReactNode } from 'react'
import { directionOf, otherLanguage } from '#app/domain/language.ts'
import type { Role } from '#app/domain/people.ts'
import { useDeskWords } from './desk-words.ts'
import { FormRefusal } from './form-refusal.tsx'
import { PasskeyForm } from './passkey-form.tsx'

/** What stands round the pages of the way in: the way back to the readers' site, and the other language. */
export function SignInFrame({
	title,
	hrefOther,
	children,
}: {
	title: string
	/** This page in the other language. */
	hrefOther: string
	children: ReactNode
}) {
	const { language, words } = useDeskWords()
	const other = otherLanguage(language)
	return (
		<div className="sign-in">
			<header className="sign-in-head">
				<a href={`/${language}`}>{words.desk.signIn.toSite}</a>
				<a href={hrefOther} lang={other} dir={directionOf(other)} hrefLang={other}>
					{words.otherLanguage}
				</a>
			</header>
			<main id="content">
				<p className="sign-in-name">{words.product}</p>
				<h1>{title}</h1>
				{children}
			</main>
		</div>
	)
}

type Problem = 'required' | 'too-long' | 'bad-text'

export type SignInProps = {
	email: string
	/** What is missing, by field. */
	errors: { email?: Problem; password?: Problem }
	/** The two were there and do not belong together; or the passkey was not taken. */
	wrong: 'pair' | 'passkey' | null
	/** How long to wait before another try is taken, in seconds. */
	wait: number | null
	/** Accounts of the demonstration, with the address of this page with that account filled in. */
	demo: { email: string; name: string; role: Role; href: string }[]
}

/** E-mail and password, or a passkey. The address stays when the pair was wrong, the password never does. */
export function SignInForm({ email, errors, wrong, wait, demo }: SignInProps) {
	const { words } = useDeskWords()
	const { signIn, roles } = words.desk
	const { passkeys, tooMany } = words.secondFactor
	const paired = wrong === 'pair'
	return (
		<>
			{paired ? (
				<p className="notice problem" id="sign-in-wrong" role="alert">
					{signIn.wrong}
				</p>
			) : null}
			{wait ? (
				<FormRefusal cause={wait}>
					<p>{tooMany(wait)}</p>
				</FormRefusal>
			) : null}
			<form method="post" className="sign-in-form">
				<div className="field">
					<label htmlFor="email">{signIn.email}</label>
					<input
						id="email"
						name="email"
						type="text"
						inputMode="email"
						autoComplete="username"
						autoCapitalize="none"
						spellCheck={false}
						dir="ltr"
						maxLength={254}
						required
						defaultValue={email}
						aria-invalid={errors.email || paired ? true : undefined}
						aria-describedby={errors.email ? 'email-error' : paired ? 'sign-in-wrong' : undefined}
					/>
					{errors.email ? (
						<p className="field-error" id="email-error">
							{words.fieldErrors[errors.email]}
						</p>
					) : null}
				</div>
				<div className="field">
					<label htmlFor="password">{signIn.password}</label>
					<input
						id="password"
						name="password"
						type="password"
						autoComplete="current-password"
						dir="ltr"
						required
						aria-invalid={errors.password || paired ? true : undefined}
						aria-describedby={errors.password ? 'password-error' : paired ? 'sign-in-wrong' : undefined}
					/>
					{errors.password ? (
						<p className="field-error" id="password-error">
							{words.fieldErrors[errors.password]}
						</p>
					) : null}
				</div>
				<button type="submit">{signIn.submit}</button>
			</form>
			<PasskeyForm
				use="sign-in"
				intent="passkey"
				label={passkeys.signIn}
				refused={wrong === 'passkey' ? 'refused' : null}
				quiet
			/>
			<p className="sign-in-forgot">
				<a href="/account/forgot">{signIn.forgot}</a>
			</p>
			{demo.length > 0 ? (
				<section className="sign-in-demo" aria-labelledby="demo">
					<h2 id="demo">{signIn.demo.title}</h2>
					<p className="hint">{signIn.demo.note}</p>
					<ul>
						{demo.map((account) => (
							<li key={account.email}>
								<a href={account.href}>
									<bdi>{account.email}</bdi>
								</a>{' '}
								<span className="soft">{roles[account.role]}</span>
							</li>
						))}
					</ul>
				</section>
			) : null}
		</>
	)
}
