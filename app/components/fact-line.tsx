import { Fragment, type ReactNode } from 'react'

type Props = {
	/** What is known, in order; empty items are left out. */
	items: ReactNode[]
	as?: 'p' | 'figcaption'
	className?: string
	kind?: string
}

/** Short facts on one line with middle dots between them. */
export function FactLine({ items, as: Element = 'p', className, kind }: Props) {
	const known = items.filter((item) => item !== null && item !== undefined && item !== '')
	return (
		<Element className={className} data-kind={kind}>
			{known.map((item, index) => (
				<Fragment key={index}>
					{index > 0 ? ' · ' : null}
					{item}
				</Fragment>
			))}
		</Element>
	)
}
