import { hasRole, type Role } from './people.ts'

/** Who may do a thing: everybody, or people of the desk with at least this role. */
export type Access = 'anyone' | Role

/**
 * Who may read each page and send each of its forms: the whole of it, in one table. Every loader asks it for
 * `read` and every action for what it is about to do; services ask again in the transaction, where more is known
 * (whose claim it is, who proposed). A form's action is the value of its `intent`, or `send` where there is one form.
 */
export const access = {
	root: { read: 'anyone' },
	_index: { read: 'anyone' },
	$lang: { read: 'anyone' },
	'$lang._index': { read: 'anyone' },
	'$lang.$': { read: 'anyone' },
	'$lang.corrections': { read: 'anyone' },
	'$lang.corrections[.rss]': { read: 'anyone' },
	'$lang.corrections[.atom]': { read: 'anyone' },
	'$lang.corrections[.json]': { read: 'anyone' },
	'$lang.verdicts.$slug_.report': { read: 'anyone', send: 'anyone' },
	'$lang.countries._index': { read: 'anyone' },
	'$lang.countries.$code': { read: 'anyone' },
	'$lang.ledger': { read: 'anyone' },
	'$lang.methodology': { read: 'anyone' },
	'$lang.verdicts._index': { read: 'anyone' },
	'$lang.verdicts.$slug': { read: 'anyone' },
	'$lang.verdicts.$slug_.versions.$number': { read: 'anyone' },
	'ledger[.]jsonl': { read: 'anyone' },
	'ledger.head[.]json': { read: 'anyone' },
	'ledger.entries.$seq[.]json': { read: 'anyone' },
	'ledger.consistency[.]json': { read: 'anyone' },
	'sign-in': { read: 'anyone', send: 'anyone', passkey: 'anyone' },
	'sign-in_.second-step': { read: 'anyone', code: 'anyone', recovery: 'anyone', passkey: 'anyone' },
	'sign-in_.passkey': { read: 'anyone', 'sign-in': 'anyone', 'second-step': 'anyone' },
	'sign-out': { read: 'anyone', send: 'anyone' },
	language: { read: 'anyone', send: 'reviewer' },
	'account.setup': { read: 'anyone', send: 'anyone' },
	'account.invitation': { read: 'anyone', send: 'anyone' },
	'account.forgot': { read: 'anyone', send: 'anyone' },
	'account.reset': { read: 'anyone', send: 'anyone' },
	'account.email': { read: 'anyone', send: 'anyone' },
	desk: { read: 'reviewer' },
	'desk._index': { read: 'reviewer' },
	'desk.queue': { read: 'reviewer' },
	'desk.articles._index': { read: 'reviewer' },
	'desk.articles.new': { read: 'reviewer', send: 'reviewer' },
	'desk.articles.$articleId': { read: 'reviewer', claim: 'reviewer', details: 'reviewer', move: 'reviewer' },
	'desk.articles.$articleId_.original': { read: 'reviewer' },
	'desk.articles.$articleId_.versions': {
		read: 'reviewer',
		add: 'reviewer',
		place: 'reviewer',
		gone: 'reviewer',
	},
	'desk.articles.$articleId_.pieces': {
		read: 'reviewer',
		dismiss: 'reviewer',
		restore: 'reviewer',
		'set-aside': 'reviewer',
		'bring-back': 'reviewer',
	},
	'desk.claims.$claimId': {
		read: 'reviewer',
		take: 'reviewer',
		assign: 'editor',
		drop: 'reviewer',
		reopen: 'editor',
		add_evidence: 'reviewer',
		remove_evidence: 'reviewer',
		save_draft: 'reviewer',
		propose: 'reviewer',
		request_changes: 'reviewer',
		approve: 'reviewer',
		grant_exception: 'reviewer',
		ask_blind: 'reviewer',
		rate_blind: 'reviewer',
		settle_blind: 'reviewer',
		call_off_blind: 'reviewer',
		record_contact: 'reviewer',
		open_thread: 'reviewer',
		reply: 'reviewer',
		reword_comment: 'reviewer',
		resolve_thread: 'reviewer',
		set_due: 'reviewer',
		log_contact: 'reviewer',
	},
	'desk.claims.$claimId_.draft': { read: 'reviewer', send: 'reviewer' },
	'desk.bundles': { read: 'reviewer', send: 'reviewer' },
	'desk.claims.$claimId_.bundle': { read: 'reviewer' },
	'desk.claims.$claimId_.here': {
		read: 'reviewer',
		attend: 'reviewer',
		keep: 'reviewer',
		forget: 'reviewer',
	},
	'desk.claims.$claimId_.matches': {
		read: 'reviewer',
		confirm: 'reviewer',
		reject: 'reviewer',
		join: 'reviewer',
	},
	'desk.agreement': { read: 'reviewer' },
	'desk.figures._index': { read: 'reviewer' },
	'desk.figures.$key': { read: 'reviewer' },
	'desk.matches': { read: 'reviewer', appearance: 'reviewer' },
	'desk.claims.$claimId_.edit': { read: 'reviewer', send: 'reviewer' },
	'desk.search': { read: 'reviewer' },
	'desk.notifications': { read: 'reviewer', open: 'reviewer', read_one: 'reviewer', read_all: 'reviewer' },
	'desk.tasks': { read: 'reviewer', take: 'reviewer', close: 'reviewer' },
	'desk.sources': { read: 'reviewer' },
	'desk.sources_.$sourceId': {
		read: 'reviewer',
		edit: 'reviewer',
		rely: 'reviewer',
		rely_no_more: 'reviewer',
		again: 'reviewer',
	},
	'desk.sources_.$sourceId_.upload': { read: 'reviewer', send: 'reviewer' },
	'desk.sources_.$sourceId_.copies.$sha': { read: 'reviewer' },
	'desk.sources_.$sourceId_.copies.$sha_.picture': { read: 'reviewer' },
	'desk.sources_.$sourceId_.copies.$sha_.view': { read: 'reviewer' },
	'desk.account': { read: 'reviewer' },
	'desk.account._index': {
		read: 'reviewer',
		profile: 'reviewer',
		notifications: 'reviewer',
		password: 'reviewer',
		email: 'reviewer',
		'cancel-email': 'reviewer',
		'end-session': 'reviewer',
		'end-sessions': 'reviewer',
	},
	'desk.account.second-factor': {
		read: 'reviewer',
		begin: 'reviewer',
		abandon: 'reviewer',
		add: 'reviewer',
		remove: 'reviewer',
		codes: 'reviewer',
		'add-passkey': 'reviewer',
		'remove-passkey': 'reviewer',
	},
	'desk.account.passkey': { read: 'reviewer', add: 'reviewer', confirm: 'reviewer' },
	'desk.confirm': { read: 'reviewer', password: 'reviewer', code: 'reviewer', passkey: 'reviewer' },
	'desk.people._index': { read: 'admin', invite: 'admin', resend: 'admin', revoke: 'admin' },
	'desk.people.$personId': {
		read: 'admin',
		role: 'admin',
		disable: 'admin',
		enable: 'admin',
		reassign: 'admin',
		'end-sessions': 'admin',
		'send-reset': 'admin',
		'remove-second-factor': 'admin',
	},
	'desk.settings': { read: 'admin', send: 'admin', days: 'admin' },
	'desk.activity._index': { read: 'admin' },
	'desk.activity[.csv]': { read: 'admin' },
} as const satisfies Record<string, Record<string, Access>>

/** A route as its file is called, without the folder. */
export type RouteName = keyof typeof access
export type ActionName<Route extends RouteName> = keyof (typeof access)[Route] & string

/** Who may do this at this route. */
export function accessTo<Route extends RouteName>(route: Route, action: ActionName<Route>): Access {
	return access[route][action] as Access
}

/** Whether somebody with this role, or nobody signed in, may do what `least` may. */
export function mayEnter(role: Role | null, least: Access): boolean {
	return least === 'anyone' || (role !== null && hasRole(role, least))
}
