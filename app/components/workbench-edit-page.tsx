import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { DeskClaim, DeskPlace } from '#app/domain/workbench.ts'
import { useDeskWords } from './desk-words.ts'
import { QuotationBlock } from './quotation-block.tsx'

type Props = { claim: DeskClaim; places: DeskPlace[]; children: ReactNode }

/** The page on which a claim is reworded: the words it was taken from, then the form. */
export function WorkbenchEditPage({ claim, places, children }: Props) {
	const own = useDeskWords().words.desk.workbench.claim
	return (
		<div className="workbench workbench-edit">
			<p className="small">
				<Link to={`/desk/claims/${claim.id}`}>{own.back}</Link>
			</p>
			<h1>{own.edit}</h1>
			{places.map((place) => (
				<QuotationBlock
					key={place.id}
					quotation={place}
					language={place.article?.language ?? claim.language}
				/>
			))}
			{children}
		</div>
	)
}
