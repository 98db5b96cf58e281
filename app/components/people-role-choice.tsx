import { type Role, roles } from '#app/domain/people.ts'
import { useDeskWords } from './desk-words.ts'

type Props = {
	/** Tells this group from others of the page. */
	id: string
	name: string
	label: string
	/** The one that is chosen to begin with. */
	chosen: Role
	describedBy?: string
	/** Whether the label stands above it already, as a heading. */
	headed?: boolean
}

/** One of the roles, each with what it may do. */
export function RoleChoice({ id, name, label, chosen, describedBy, headed = false }: Props) {
	const { words } = useDeskWords()
	return (
		<fieldset className="people-roles" aria-describedby={describedBy}>
			<legend className={headed ? 'unseen' : undefined}>{label}</legend>
			{roles.map((role) => (
				<div key={role} className="people-role">
					<input
						type="radio"
						id={`${id}-${role}`}
						name={name}
						value={role}
						defaultChecked={role === chosen}
						aria-describedby={`${id}-${role}-note`}
					/>
					<label htmlFor={`${id}-${role}`}>{words.desk.roles[role]}</label>
					<p className="hint" id={`${id}-${role}-note`}>
						{words.people.roleNotes[role]}
					</p>
				</div>
			))}
		</fieldset>
	)
}
