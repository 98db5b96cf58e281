import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hashLeaf } from '#app/domain/ledger-hash.ts'
import {
	extendTree,
	foldNodes,
	includes,
	isConsistent,
	type NodeId,
	nodesOf,
	nodesToExtend,
	proveConsistency,
	proveInclusion,
	treeRoot,
} from '#app/domain/ledger-tree.ts'

/** The inputs by which implementations of RFC 6962 and 9162 are compared with one another. */
const inputs = [
	'',
	'00',
	'10',
	'2021',
	'3031',
	'40414243',
	'5051525354555657',
	'606162636465666768696a6b6c6d6e6f',
]
const roots = [
	'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
	'6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
	'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
	'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
	'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
	'4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
	'76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
	'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
	'5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]

/** The subtrees of leaves that are added one by one, as the database keeps them. */
function grow(leaves: readonly string[]) {
	const nodes = new Map<string, string>()
	const hashOf = ({ level, index }: NodeId) => {
		const hash = nodes.get(`${level}/${index}`)
		if (!hash) throw new Error(`No node ${level}/${index}`)
		return hash
	}
	for (const [index, leaf] of leaves.entries()) {
		for (const node of extendTree(index, leaf, hashOf)) nodes.set(`${node.level}/${node.index}`, node.hash)
	}
	return { hashOf, count: nodes.size }
}

const known = grow(inputs.map((input) => hashLeaf(Buffer.from(input, 'hex'))))

describe('the reference tree', () => {
	test.each(roots.map((root, size) => [size, root] as const))(
		'of %i leaves has the root %s',
		(size, root) => {
			expect(treeRoot(size, known.hashOf)).toBe(root)
		},
	)

	test.each([
		[0, 1, []],
		[
			0,
			8,
			[
				'96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
				'5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
				'6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
			],
		],
		[
			5,
			8,
			[
				'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
				'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
				'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
			],
		],
		[2, 3, ['fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125']],
		[
			1,
			5,
			[
				'6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
				'5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
				'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
			],
		],
	] as [number, number, string[]][])('leaf %i of %i is proved by the known path', (index, size, path) => {
		expect(proveInclusion(index, size, known.hashOf)).toEqual(path)
	})

	test.each([
		[1, 1, []],
		[
			1,
			8,
			[
				'96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
				'5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
				'6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
			],
		],
		[
			6,
			8,
			[
				'0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
				'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
				'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
			],
		],
		[
			2,
			5,
			[
				'5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
				'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
			],
		],
	] as [number, number, string[]][])(
		'%i leaves within %i are proved by the known path',
		(first, second, path) => {
			expect(proveConsistency(first, second, known.hashOf)).toEqual(path)
		},
	)
})

/** A tree of up to 300 leaves, made of the same two hundred and some numbers on every run. */
const leaves = Array.from({ length: 300 }, (_, index) => hashLeaf(Buffer.from(String(index))))
const tree = grow(leaves)
const wrong = hashLeaf(Buffer.from('another'))
const sizes = fc.integer({ min: 1, max: leaves.length })
const sizeAndIndex = sizes.chain((size) => fc.tuple(fc.constant(size), fc.integer({ min: 0, max: size - 1 })))
const twoSizes = fc
	.tuple(sizes, sizes)
	.map(([one, other]) => [Math.min(one, other), Math.max(one, other)] as const)
const seeded = { seed: 9162, numRuns: 400 }

/** A proof with one hash changed, left out or too many. */
const spoilt = (path: string[]): string[][] => [
	...path.map((_, at) => path.toSpliced(at, 1, wrong)),
	...path.map((_, at) => path.toSpliced(at, 1)),
	[...path, wrong],
	[wrong, ...path],
]

describe('whatever the size of the tree', () => {
	test('each leaf is proved to be in it, and nothing else is', () => {
		fc.assert(
			fc.property(sizeAndIndex, ([size, index]) => {
				const path = proveInclusion(index, size, tree.hashOf)
				const root = treeRoot(size, tree.hashOf)
				const claim = { leaf: leaves[index] ?? '', index, size, root }
				expect(includes(claim, path)).toBe(true)
				expect(includes({ ...claim, leaf: wrong }, path)).toBe(false)
				expect(includes({ ...claim, root: wrong }, path)).toBe(false)
				expect(includes({ ...claim, index: size }, path)).toBe(false)
				for (const other of spoilt(path)) expect(includes(claim, other)).toBe(false)
			}),
			seeded,
		)
	})

	test('each earlier tree is proved to be its beginning, and no other is', () => {
		fc.assert(
			fc.property(twoSizes, ([first, second]) => {
				const path = proveConsistency(first, second, tree.hashOf)
				const before = { size: first, root: treeRoot(first, tree.hashOf) }
				const now = { size: second, root: treeRoot(second, tree.hashOf) }
				expect(isConsistent(before, now, path)).toBe(true)
				expect(isConsistent({ ...before, root: wrong }, now, path)).toBe(false)
				expect(isConsistent(before, { ...now, root: wrong }, path)).toBe(false)
				for (const other of spoilt(path)) expect(isConsistent(before, now, other)).toBe(false)
			}),
			seeded,
		)
	})

	test('a proof reads few nodes, all of which are kept', () => {
		fc.assert(
			fc.property(sizeAndIndex, ([size, index]) => {
				expect(nodesOf.inclusion(index, size).length).toBeLessThanOrEqual(2 * Math.ceil(Math.log2(size + 1)))
				expect(nodesToExtend(size).every(({ level, index: at }) => (at + 1) * 2 ** level <= size)).toBe(true)
			}),
			seeded,
		)
	})
})

test('a leaf adds two nodes on average', () => {
	expect(tree.count).toBeLessThan(2 * leaves.length)
})

test('a tree of a million leaves is proved from at most forty nodes', () => {
	const million = 1_000_000
	for (const index of [0, 1, 524_287, 524_288, 777_777, 999_999]) {
		expect(nodesOf.inclusion(index, million).length).toBeLessThanOrEqual(40)
	}
	expect(nodesOf.root(million)).toHaveLength(7)
})

test.each([
	[-1, 5],
	[5, 5],
	[0, 0],
])('there is no leaf %i among %i', (index, size) => {
	expect(() => proveInclusion(index, size, tree.hashOf)).toThrow(RangeError)
})

test.each([
	[0, 5],
	[6, 5],
])('there is no tree of %i within one of %i', (first, second) => {
	expect(() => proveConsistency(first, second, tree.hashOf)).toThrow(RangeError)
	expect(isConsistent({ size: first, root: wrong }, { size: second, root: wrong }, [])).toBe(false)
})

test('nothing at all has the hash of nothing', () => {
	expect(foldNodes([])).toBe(roots[0])
})
