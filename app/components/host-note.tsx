import { readHost } from '#app/domain/host-name.ts'
import { useDeskWords } from './desk-words.ts'

/**
 * A word of warning beside the link to an address whose host is written in letters beyond ASCII, with the name that
 * the network knows it by. Nothing for any other address.
 */
export function HostNote({ url }: { url: string | null }) {
	const { hosts } = useDeskWords().words.desk
	const host = url ? readHost(url) : null
	if (!host?.doubt) return null
	return (
		<span className="host-note" data-doubt={host.doubt}>
			{hosts[host.doubt]} <bdi dir="ltr">{host.ascii}</bdi>
		</span>
	)
}
