import { emptyRoot, hashNode } from './ledger-hash.ts'

/*
 * The Merkle tree of RFC 9162 §2.1. Only whole subtrees are kept (2^level leaves, the index-th of its level): they never
 * change once they are full, an entry adds two of them on average, and every root and proof is made of a few.
 */

export type NodeId = { level: number; index: number }
/** A run of leaves, half-open. */
type Run = { begin: number; end: number }
type NodeHash = (node: NodeId) => string

/** The largest power of two below `size`, where RFC 9162 divides a tree. */
function divide(size: number): number {
	let half = 1
	while (half * 2 < size) half *= 2
	return half
}

/** The whole subtrees that a run is made of, from left to right. */
function tile({ begin, end }: Run): NodeId[] {
	const nodes: NodeId[] = []
	for (let at = begin; at < end;) {
		let [level, width] = [0, 1]
		while (at % (width * 2) === 0 && at + width * 2 <= end) [level, width] = [level + 1, width * 2]
		nodes.push({ level, index: at / width })
		at += width
	}
	return nodes
}

/** Subtrees side by side, the largest first, as one. */
export function foldNodes(hashes: readonly string[]): string {
	return hashes.length === 0 ? emptyRoot : hashes.reduceRight((right, left) => hashNode(left, right))
}

const hashRun = (run: Run, hashOf: NodeHash) => foldNodes(tile(run).map(hashOf))

/** @throws RangeError unless there is such a leaf */
function inclusionRuns(index: number, size: number): Run[] {
	if (!(index >= 0 && index < size)) throw new RangeError(`No leaf ${index} among ${size}`)
	const runs: Run[] = []
	for (let [begin, end] = [0, size]; end - begin > 1;) {
		const middle = begin + divide(end - begin)
		if (index < middle) {
			runs.unshift({ begin: middle, end })
			end = middle
		} else {
			runs.unshift({ begin, end: middle })
			begin = middle
		}
	}
	return runs
}

/** @throws RangeError unless 0 < first ≤ second */
function consistencyRuns(first: number, second: number): Run[] {
	if (!(first > 0 && first <= second)) throw new RangeError(`No tree of ${first} within one of ${second}`)
	const runs: Run[] = []
	let [begin, end, known] = [0, second, true]
	while (end > first) {
		const middle = begin + divide(end - begin)
		if (first <= middle) {
			runs.unshift({ begin: middle, end })
			end = middle
		} else {
			runs.unshift({ begin, end: middle })
			;[begin, known] = [middle, false]
		}
	}
	return known ? runs : [{ begin, end }, ...runs]
}

/** What must be known for a root, a proof of inclusion (§2.1.3.1) or of consistency (§2.1.4.1). */
export const nodesOf = {
	root: (size: number) => tile({ begin: 0, end: size }),
	inclusion: (index: number, size: number) => inclusionRuns(index, size).flatMap(tile),
	consistency: (first: number, second: number) => consistencyRuns(first, second).flatMap(tile),
}

/** The root of the first `size` leaves. */
export function treeRoot(size: number, hashOf: NodeHash): string {
	return hashRun({ begin: 0, end: size }, hashOf)
}

/** The hashes that lead from leaf `index` (from 0 up) to the root of the first `size` leaves. */
export function proveInclusion(index: number, size: number, hashOf: NodeHash): string[] {
	return inclusionRuns(index, size).map((run) => hashRun(run, hashOf))
}

/** The hashes by which the root of `first` leaves is seen to lie within that of `second`. */
export function proveConsistency(first: number, second: number, hashOf: NodeHash): string[] {
	return consistencyRuns(first, second).map((run) => hashRun(run, hashOf))
}

const isOdd = (number: number) => number % 2 === 1
const halve = (number: number) => Math.floor(number / 2)

/** Whether `path` leads from leaf `index` to the root (RFC 9162 §2.1.3.2). */
export function includes(
	{ leaf, index, size, root }: { leaf: string; index: number; size: number; root: string },
	path: readonly string[],
): boolean {
	if (!(index >= 0 && index < size)) return false
	let [at, last, hash] = [index, size - 1, leaf]
	for (const step of path) {
		if (last === 0) return false
		if (isOdd(at) || at === last) {
			hash = hashNode(step, hash)
			while (!isOdd(at) && at !== 0) [at, last] = [halve(at), halve(last)]
		} else {
			hash = hashNode(hash, step)
		}
		;[at, last] = [halve(at), halve(last)]
	}
	return last === 0 && hash === root
}

/** Whether `path` shows that the tree of the second root begins with that of the first (RFC 9162 §2.1.4.2). */
export function isConsistent(
	first: { size: number; root: string },
	second: { size: number; root: string },
	path: readonly string[],
): boolean {
	if (!(first.size > 0 && first.size <= second.size)) return false
	if (first.size === second.size) return path.length === 0 && first.root === second.root
	const isWhole = divide(first.size + 1) === first.size
	const [start, ...steps] = isWhole ? [first.root, ...path] : path
	if (start === undefined || path.length === 0) return false
	let [at, last] = [first.size - 1, second.size - 1]
	while (isOdd(at)) [at, last] = [halve(at), halve(last)]
	let [before, now] = [start, start]
	for (const step of steps) {
		if (last === 0) return false
		if (isOdd(at) || at === last) {
			before = hashNode(step, before)
			now = hashNode(step, now)
			while (!isOdd(at) && at !== 0) [at, last] = [halve(at), halve(last)]
		} else {
			now = hashNode(now, step)
		}
		;[at, last] = [halve(at), halve(last)]
	}
	return last === 0 && before === first.root && now === second.root
}

/** The subtrees that must be known to add a leaf to `size` others. */
export function nodesToExtend(size: number): NodeId[] {
	const nodes: NodeId[] = []
	for (let [level, index] = [0, size]; isOdd(index); [level, index] = [level + 1, halve(index)])
		nodes.push({ level, index: index - 1 })
	return nodes
}

/** The subtrees that are full once `leaf` is added to `size` others, the leaf itself first. */
export function extendTree(size: number, leaf: string, hashOf: NodeHash): (NodeId & { hash: string })[] {
	const nodes = [{ level: 0, index: size, hash: leaf }]
	let hash = leaf
	for (const left of nodesToExtend(size)) {
		hash = hashNode(hashOf(left), hash)
		nodes.push({ level: left.level + 1, index: halve(left.index), hash })
	}
	return nodes
}
