import type { Role } from '#app/domain/people.ts'
import { useDeskWords } from './desk-words.ts'

type Problem = 'required' | 'too-long' | 'bad-text'

export type SignInProps = {
	email: string
	/** What is missing, by field. */
	errors: { email?: Problem; password?: Problem }
	/** The two were there and do not belong together. */
	wrong: boolean
	/** Accounts of the demonstration, with the address of this page with that account filled in. */
	demo: { email: string; name: string; role: Role; href: string }[]
}

/** E-mail and password. Works without a script; the address stays when the pair was wrong, the password never does. */
export function SignInForm({ email, errors, wrong, demo }: SignInProps) {
	const { words } = useDeskWords()
	const { signIn, roles } = words.desk
	return (
		<>
			{wrong ? (
				<p className="notice problem" id="sign-in-wrong" role="alert">
					{signIn.wrong}
				</p>
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
						aria-invalid={errors.email || wrong ? true : undefined}
						aria-describedby={errors.email ? 'email-error' : wrong ? 'sign-in-wrong' : undefined}
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
						aria-invalid={errors.password || wrong ? true : undefined}
						aria-describedby={errors.password ? 'password-error' : wrong ? 'sign-in-wrong' : undefined}
					/>
					{errors.password ? (
						<p className="field-error" id="password-error">
							{words.fieldErrors[errors.password]}
						</p>
					) : null}
				</div>
				<button type="submit">{signIn.submit}</button>
			</form>
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
