/** That one source relies on another, or on an origin that is only named. Both ends are names of nodes. */
export type RelianceEdge = { from: string; to: string }

/** The cited sources that share an origin, and what they go back to. */
export type OriginGroup = { roots: string[]; members: string[] }

export type Origins = {
	/** How many of the cited sources, at most, no two of which go back to one origin. */
	count: number
	/** The cited sources by what they go back to, those with most in common first. */
	groups: OriginGroup[]
	/** Sources that rely on each other in a circle, each circle once, its members in order. */
	circles: string[][]
}

/** Beyond this many different sets of roots the exact answer takes too long, and a lower bound is given. */
const mostExact = 20

/**
 * What cited sources go back to. A source relies on what it names; what relies on nothing is an origin, and so is a
 * circle as a whole, since nothing outside it vouches for what it says. A source that names two origins counts for
 * one piece of evidence; two sources that share an origin count once.
 */
export function traceOrigins(cited: readonly string[], edges: readonly RelianceEdge[]): Origins {
	const next = new Map<string, string[]>()
	for (const { from, to } of edges) next.set(from, [...(next.get(from) ?? []), to])
	const reach = reachability(next)
	const circleOf = (node: string) => {
		const others = [...(reach(node) ?? [])].filter((other) => reach(other).has(node))
		return others.length > 0 ? [...new Set([node, ...others])].sort() : null
	}
	/** What a node goes back to: nodes that rely on nothing, and circles that nothing leads out of. */
	const rootsOf = (node: string): string[] => {
		const roots = new Set<string>()
		for (const place of [node, ...reach(node)]) {
			if ((next.get(place) ?? []).length === 0) roots.add(place)
			const circle = circleOf(place)
			if (circle && [...reach(place)].every((other) => circle.includes(other))) roots.add(circle.join(' '))
		}
		return [...roots].sort()
	}
	const members = [...new Set(cited)]
	const roots = new Map(members.map((member) => [member, rootsOf(member)]))
	const circles = new Map<string, string[]>()
	for (const member of members) {
		for (const place of [member, ...reach(member)]) {
			const circle = circleOf(place)
			if (circle) circles.set(circle.join(' '), circle)
		}
	}
	return {
		count: mostDisjoint([...roots.values()]),
		groups: groupByRoots(roots),
		circles: [...circles.values()].sort((one, other) => (one.join() < other.join() ? -1 : 1)),
	}
}

/** All that a node leads to, itself only where a circle leads back to it. */
function reachability(next: Map<string, string[]>): (node: string) => ReadonlySet<string> {
	const known = new Map<string, Set<string>>()
	return (node) => {
		const before = known.get(node)
		if (before) return before
		const seen = new Set<string>()
		const open = [...(next.get(node) ?? [])]
		for (let place = open.pop(); place !== undefined; place = open.pop()) {
			if (seen.has(place)) continue
			seen.add(place)
			open.push(...(next.get(place) ?? []))
		}
		known.set(node, seen)
		return seen
	}
}

/** Sources that share a root are of one group, and so are those that share one with these. */
function groupByRoots(roots: ReadonlyMap<string, string[]>): OriginGroup[] {
	const groups: OriginGroup[] = []
	for (const [member, own] of roots) {
		const touched = groups.filter((group) => group.roots.some((root) => own.includes(root)))
		const merged: OriginGroup = {
			roots: [...new Set([...touched.flatMap((group) => group.roots), ...own])].sort(),
			members: [...touched.flatMap((group) => group.members), member],
		}
		for (const group of touched) groups.splice(groups.indexOf(group), 1)
		groups.push(merged)
	}
	return groups.sort((one, other) => other.members.length - one.members.length)
}

/** The most sets of which no two share a member. */
function mostDisjoint(sets: string[][]): number {
	// Whatever a larger set stands for, a smaller one in it stands for with less in the way of others.
	const different = [...new Map(sets.map((set) => [set.join('\n'), set])).values()]
	const smallest = different
		.filter((set) => !different.some((other) => other !== set && other.every((root) => set.includes(root))))
		.sort((one, other) => one.length - other.length)
	const disjoint = (one: string[], other: string[]) => !one.some((root) => other.includes(root))
	const search = (left: string[][]): number => {
		const [first, ...rest] = left
		if (!first) return 0
		const taken = 1 + search(rest.filter((set) => disjoint(first, set)))
		// With what is in nobody's way nothing is lost by taking it.
		if (rest.every((set) => disjoint(first, set)) || smallest.length > mostExact) return taken
		return Math.max(taken, search(rest))
	}
	return search(smallest)
}
