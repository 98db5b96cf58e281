import { looksOf, strangeCharacters } from '#app/domain/look-alike.ts'
import type { HeldClaimant } from '#app/forms/claim.ts'
import { useDeskWords } from './desk-words.ts'

type Props = {
	held: HeldClaimant
	/** The names of the fields that the answer and the name in question are sent by. */
	decision: string
	asked: string
}

/**
 * Asks whether a name that looks like a known claimant's means that claimant or somebody else. Names that cannot be
 * told apart are shown with the characters in which they differ.
 */
export function ClaimantQuestion({ held, decision, asked }: Props) {
	const { words } = useDeskWords()
	const { lookAlike } = words.desk.reader.form
	return (
		<fieldset className="claimant-question">
			<legend>{lookAlike.question}</legend>
			<input type="hidden" name={asked} value={held.name} />
			<p className="hint">
				{lookAlike.typed} <bdi>{held.name}</bdi>
			</p>
			{held.alike.map(({ id, kind, nameAr, nameEn }) => {
				const names = [nameAr, nameEn].filter((name) => name !== null)
				const like = names.find((name) => looksOf(name) === looksOf(held.name)) ?? names.join(' ')
				const [other] = names.filter((name) => name !== like)
				const strange = strangeCharacters(held.name, like)
				return (
					<label key={id}>
						<input type="radio" name={decision} value={id} />
						<span>
							{lookAlike.same} <bdi>{like}</bdi>{' '}
							<span className="soft">
								({words.claimantKinds[kind]}
								{other ? (
									<>
										{' · '}
										<bdi>{other}</bdi>
									</>
								) : null}
								)
							</span>
							{strange.length > 0 ? (
								<span className="hint">
									{lookAlike.differsIn} <bdi dir="ltr">{strange.slice(0, 8).join(' ')}</bdi>
								</span>
							) : null}
						</span>
					</label>
				)
			})}
			<label>
				<input type="radio" name={decision} value="another" />
				<span>{lookAlike.another}</span>
			</label>
		</fieldset>
	)
}
