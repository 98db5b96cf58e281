import { describe, expect, test } from 'vitest'
import { canonicalJson } from '#app/domain/canonical-json.ts'

/** The double whose bits these are. */
function double(bits: string): number {
	const view = new DataView(new ArrayBuffer(8))
	view.setBigUint64(0, BigInt(`0x${bits}`))
	return view.getFloat64(0)
}

describe('numbers are written as RFC 8785, appendix B, has them', () => {
	test.each([
		['0000000000000000', '0'],
		['8000000000000000', '0'],
		['0000000000000001', '5e-324'],
		['8000000000000001', '-5e-324'],
		['7fefffffffffffff', '1.7976931348623157e+308'],
		['ffefffffffffffff', '-1.7976931348623157e+308'],
		['4340000000000000', '9007199254740992'],
		['c340000000000000', '-9007199254740992'],
		['4430000000000000', '295147905179352830000'],
		['44b52d02c7e14af5', '9.999999999999997e+22'],
		['44b52d02c7e14af6', '1e+23'],
		['44b52d02c7e14af7', '1.0000000000000001e+23'],
		['444b1ae4d6e2ef4e', '999999999999999700000'],
		['444b1ae4d6e2ef4f', '999999999999999900000'],
		['444b1ae4d6e2ef50', '1e+21'],
		['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
		['3eb0c6f7a0b5ed8d', '0.000001'],
		['41b3de4355555553', '333333333.3333332'],
		['41b3de4355555554', '333333333.33333325'],
		['41b3de4355555555', '333333333.3333333'],
		['41b3de4355555556', '333333333.3333334'],
		['41b3de4355555557', '333333333.33333343'],
		['becbf647612f3696', '-0.0000033333333333333333'],
		['43143ff3c1cb0959', '1424953923781206.2'],
	])('%s: %s', (bits, text) => {
		expect(canonicalJson(double(bits))).toBe(text)
	})

	test.each(['7fffffffffffffff', '7ff0000000000000', 'fff0000000000000'])('%s is none', (bits) => {
		expect(() => canonicalJson(double(bits))).toThrow(RangeError)
	})
})

test('strings and literals are written as in RFC 8785, section 3.2.2', () => {
	const value = JSON.parse(`{
		"numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
		"string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
		"literals": [null, true, false]
	}`) as unknown
	expect(canonicalJson(value)).toBe(
		'{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
			String.raw`"string":"€$\u000f\nA'B\"\\\\\"/"}`,
	)
})

test('names are sorted by UTF-16 code units, as in RFC 8785, section 3.2.3', () => {
	const value = {
		'\u20ac': 'Euro Sign',
		'\r': 'Carriage Return',
		'\ufb33': 'Hebrew Letter Dalet With Dagesh',
		'1': 'One',
		'\ud83d\ude00': 'Emoji: Grinning Face',
		'\u0080': 'Control',
		'\u00f6': 'Latin Small Letter O With Diaeresis',
	}
	expect(Object.values(JSON.parse(canonicalJson(value)) as object)).toEqual([
		// A name that is a number comes first in any object of this language; in the text it is second.
		'One',
		'Carriage Return',
		'Control',
		'Latin Small Letter O With Diaeresis',
		'Euro Sign',
		'Emoji: Grinning Face',
		'Hebrew Letter Dalet With Dagesh',
	])
	expect(canonicalJson(value).startsWith(String.raw`{"\r":"Carriage Return","1":"One"`)).toBe(true)
})

test('Arabic is written as it is', () => {
	expect(canonicalJson({ ب: 'نص\u200cبفاصل', ا: 1 })).toBe('{"ا":1,"ب":"نص\u200cبفاصل"}')
})

test.each([
	['half a surrogate pair', 'a\ud800'],
	['half a surrogate pair as a name', { '\udc00': 1 }],
	['nothing', undefined],
])('%s is no JSON', (_, value) => {
	expect(() => canonicalJson(value)).toThrow(RangeError)
})
