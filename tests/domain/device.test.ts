import { expect, test } from 'vitest'
import { readDevice } from '#app/domain/device.ts'

const webKit = 'AppleWebKit/537.36 (KHTML, like Gecko)'

test.for([
	['Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0', 'firefox', 'linux'],
	[`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webKit} Chrome/130.0.0.0 Safari/537.36`, 'chrome', 'windows'],
	[`Mozilla/5.0 (Windows NT 10.0) ${webKit} Chrome/130.0.0.0 Safari/537.36 Edg/130.0.0.0`, 'edge', 'windows'],
	[
		`Mozilla/5.0 (Linux; Android 14; SM-S911B) ${webKit} SamsungBrowser/25.0 Chrome/121.0 Mobile Safari/537.36`,
		'samsung',
		'android',
	],
	[
		`Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${webKit} Chrome/130.0 Safari/537.36 OPR/115.0`,
		'opera',
		'mac',
	],
	[
		'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.6 Safari/605.1.15',
		'safari',
		'mac',
	],
	[
		'Mozilla/5.0 (iPhone; CPU iPhone OS 17_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/130.0 Mobile/15E148 Safari/604.1',
		'chrome',
		'iphone',
	],
	[
		'Mozilla/5.0 (iPad; CPU OS 17_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.6 Safari/604.1',
		'safari',
		'ipad',
	],
	[`Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${webKit} Chrome/130.0.0.0 Safari/537.36`, 'chrome', 'chromeos'],
	['curl/8.9.1', null, null],
	['', null, null],
	[null, null, null],
] as const)('%s is %s on %s', ([agent, browser, system]) => {
	expect(readDevice(agent)).toEqual({ browser, system })
})
