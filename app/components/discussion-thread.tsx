import type { DeskComment, DeskThread } from '#app/domain/discussion.ts'
import type { Person } from '#app/domain/workbench.ts'
import { formatAge } from '#app/i18n/dates.ts'
import { CommentFields } from './comment-fields.tsx'
import { DeskAge } from './desk-age.tsx'
import { useDeskWords } from './desk-words.ts'
import { saySubject } from './discussion-words.ts'
import { Markdown } from './markdown.tsx'
import { useWorkbench } from './workbench-context.ts'
import { useRefusalOf, WorkbenchForm } from './workbench-form.tsx'

type Props = {
	thread: DeskThread
	colleagues: Person[]
	/** Numbers of the claim's evidence. */
	evidence: number[]
	actorId: string
	submission: string
}

/** One conversation: what it is about, what was said, the way to answer and to settle it. */
export function DiscussionThread({ thread, colleagues, evidence, actorId, submission }: Props) {
	const { language, words } = useDeskWords()
	const { now } = useWorkbench()
	const own = words.discussion
	const subject = saySubject(thread.subject, words)
	return (
		<article
			id={`thread-${thread.id}`}
			className="thread"
			data-resolved={thread.resolved ? true : undefined}
			aria-label={subject}
		>
			<h3>
				{thread.subject.about === 'evidence' ? (
					<a href={`#evidence-${thread.subject.number}`}>{subject}</a>
				) : (
					subject
				)}
			</h3>
			{thread.resolved ? (
				<p className="soft small">{own.resolved(thread.resolved.by, ageOf(thread.resolved.at))}</p>
			) : null}
			<ol className="comments">
				{thread.comments.map((comment) => (
					<Comment
						key={comment.id}
						{...{ comment, colleagues, evidence }}
						isOwn={comment.author.id === actorId}
					/>
				))}
			</ol>
			<div className="thread-actions">
				<Reply thread={thread} colleagues={colleagues} submission={`${submission}-${thread.id}`} />
				<Settle thread={thread} subject={subject} />
			</div>
		</article>
	)

	function ageOf(at: string): string {
		return formatAge(at, language, new Date(now))
	}
}

function Comment({
	comment,
	colleagues,
	evidence,
	isOwn,
}: {
	comment: DeskComment
	colleagues: Person[]
	evidence: number[]
	isOwn: boolean
}) {
	const { language, words } = useDeskWords()
	const { now } = useWorkbench()
	const own = words.discussion
	return (
		<li id={`comment-${comment.id}`} className="comment">
			<p className="comment-head">
				<bdi>{comment.author.name}</bdi>{' '}
				<span className="soft small">
					<DeskAge at={comment.at} now={now} language={language} />
					{comment.editedAt && comment.text !== null ? ` · ${own.edited}` : null}
				</span>
			</p>
			{comment.text === null ? (
				<p className="soft">{own.takenBack}</p>
			) : (
				<div className="prose comment-text" dir="auto">
					<Markdown text={comment.text} evidence={evidence} />
				</div>
			)}
			{comment.mentions.length > 0 && comment.text !== null ? (
				<p className="soft small">
					{own.called}{' '}
					{comment.mentions.map(({ id, name }, index) => (
						<span key={id}>
							{index > 0 ? words.desk.comma : null}
							<bdi>{name}</bdi>
						</span>
					))}
				</p>
			) : null}
			{isOwn && comment.text !== null ? <Reword comment={comment} colleagues={colleagues} /> : null}
		</li>
	)
}

function Reword({ comment, colleagues }: { comment: DeskComment; colleagues: Person[] }) {
	const own = useDeskWords().words.discussion
	const hidden = { commentId: comment.id }
	const refused = useRefusalOf('reword_comment', hidden)
	return (
		<details className="step" open={refused !== null}>
			<summary>{own.reword}</summary>
			<WorkbenchForm id={`reword-${comment.id}`} intent="reword_comment" hidden={hidden}>
				<CommentFields colleagues={colleagues} value={comment.text ?? ''} callsOthers={false} />
				<p className="actions">
					<button type="submit" className="quiet">
						{own.rewordSave}
					</button>
					<button type="submit" className="plain" name="takeBack" value="1">
						{own.takeBack}
					</button>
				</p>
			</WorkbenchForm>
		</details>
	)
}

function Reply({
	thread,
	colleagues,
	submission,
}: {
	thread: DeskThread
	colleagues: Person[]
	submission: string
}) {
	const { words } = useDeskWords()
	const own = words.discussion
	const refused = useRefusalOf('reply', { threadId: thread.id })
	// A further answer is a further form, empty and closed.
	return (
		<details className="step" open={refused !== null} key={thread.comments.length}>
			<summary aria-label={own.replyLabel(saySubject(thread.subject, words))}>{own.reply}</summary>
			<WorkbenchForm id={`reply-${thread.id}`} intent="reply" hidden={{ threadId: thread.id }}>
				<input type="hidden" name="submission" value={submission} />
				{thread.resolved ? <p className="hint">{own.reopensNote}</p> : null}
				<CommentFields colleagues={colleagues} />
				<button type="submit">{own.send}</button>
			</WorkbenchForm>
		</details>
	)
}

function Settle({ thread, subject }: { thread: DeskThread; subject: string }) {
	const own = useDeskWords().words.discussion
	const resolved = thread.resolved ? '0' : '1'
	return (
		<WorkbenchForm
			id={`settle-${thread.id}`}
			intent="resolve_thread"
			hidden={{ threadId: thread.id, resolved }}
		>
			<button
				type="submit"
				className="plain"
				aria-label={thread.resolved ? undefined : own.resolveLabel(subject)}
			>
				{thread.resolved ? own.reopen : own.resolve}
			</button>
		</WorkbenchForm>
	)
}
