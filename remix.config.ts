import type { VitePluginConfig } from '@remix-run/dev'

/** What the application is, for Remix. `vite.config.ts` says how it is built and tested. */
export default {
	future: {
		// v3_singleFetch and v3_lazyRouteDiscovery stay off: both have known holes that Remix v2
		// will not mend (docs/decisions/2026-11-24-remix-v2.md).
		v3_fetcherPersist: true,
		v3_relativeSplatPath: true,
		v3_throwAbortReason: true,
	},
} satisfies VitePluginConfig
