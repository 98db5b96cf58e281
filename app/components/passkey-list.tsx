import { Form } from '@remix-run/react'
import { Day } from './day.tsx'
import { DeskAge } from './desk-age.tsx'
import { useDeskWords } from './desk-words.ts'

/** A passkey of a person. Times as ISO 8601. */
export type KeptPasskey = { id: string; name: string; createdAt: string; lastUsedAt: string | null }

/** A person's passkeys, each with its last use and the way to delete it. */
export function PasskeyList({ passkeys, now }: { passkeys: KeptPasskey[]; now: string }) {
	const { language, words } = useDeskWords()
	const { passkeys: said } = words.secondFactor
	if (passkeys.length === 0) return <p>{said.none}</p>
	return (
		<ul className="account-list" aria-label={said.list}>
			{passkeys.map(({ id, name, createdAt, lastUsedAt }) => (
				<li key={id}>
					<div>
						<p>
							<bdi>{name}</bdi>
						</p>
						<p className="soft">
							{said.added} <Day on={createdAt} language={language} />
							{' · '}
							{lastUsedAt ? (
								<>
									{said.used} <DeskAge at={lastUsedAt} now={now} language={language} />
								</>
							) : (
								said.unused
							)}
						</p>
					</div>
					<Form method="post">
						<input type="hidden" name="intent" value="remove-passkey" />
						<input type="hidden" name="id" value={id} />
						<button type="submit" className="plain" aria-label={said.removeNamed(name)}>
							{said.remove}
						</button>
					</Form>
				</li>
			))}
		</ul>
	)
}
