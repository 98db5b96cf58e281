/** The browsers and systems that a list of sessions calls by their names. */
export const browsers = ['edge', 'opera', 'samsung', 'vivaldi', 'firefox', 'chrome', 'safari'] as const
export const systems = ['android', 'iphone', 'ipad', 'windows', 'chromeos', 'mac', 'linux'] as const
export type Browser = (typeof browsers)[number]
export type System = (typeof systems)[number]

/** The first sign that is found decides: browsers also name those that they resemble. */
const browserSigns: Record<Browser, RegExp> = {
	edge: /\bEdg(?:e|A|iOS)?\//,
	opera: /\b(?:OPR|OPT|OPiOS|Opera)\//,
	samsung: /\bSamsungBrowser\//,
	vivaldi: /\bVivaldi\//,
	firefox: /\b(?:Firefox|FxiOS)\//,
	chrome: /\b(?:Chrome|Chromium|CriOS)\//,
	safari: /\bVersion\/[\d.]+.* Safari\//,
}
const systemSigns: Record<System, RegExp> = {
	android: /\bAndroid\b/,
	iphone: /\b(?:iPhone|iPod)\b/,
	ipad: /\biPad\b/,
	windows: /\bWindows\b/,
	chromeos: /\bCrOS\b/,
	mac: /\b(?:Macintosh|Mac OS X)\b/,
	linux: /\b(?:Linux|X11)\b/,
}

/** Which browser on which system a `User-Agent` header speaks of, as far as it says; it may say anything. */
export function readDevice(agent: string | null): { browser: Browser | null; system: System | null } {
	return {
		browser: browsers.find((browser) => browserSigns[browser].test(agent ?? '')) ?? null,
		system: systems.find((system) => systemSigns[system].test(agent ?? '')) ?? null,
	}
}
