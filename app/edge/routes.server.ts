import { matchRoutes } from '@remix-run/react'
import type { ServerBuild } from '@remix-run/server-runtime'

type RouteTree = Parameters<typeof matchRoutes>[0]

/** The ids of a build's routes that an address leads through, outermost first; none when it leads nowhere. */
export function routeFinder(manifest: ServerBuild['routes']): (pathname: string) => string[] {
	const tree = childrenOf(manifest, undefined)
	return (pathname) => (matchRoutes(tree, pathname) ?? []).map((match) => match.route.id ?? '')
}

function childrenOf(manifest: ServerBuild['routes'], parentId: string | undefined): RouteTree {
	return Object.values(manifest)
		.filter((route) => route?.parentId === parentId)
		.map(({ id, path, index, caseSensitive }) =>
			index
				? { id, path, caseSensitive, index: true }
				: { id, path, caseSensitive, children: childrenOf(manifest, id) },
		)
}
