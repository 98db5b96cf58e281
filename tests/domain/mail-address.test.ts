import { describe, expect, test } from 'vitest'
import { readMailAddress } from '#app/domain/mail-address.ts'

describe('readMailAddress', () => {
	test.each([
		['mona@desk.example', 'mona@desk.example'],
		['  Mona.Haddad@Desk.Example \n', 'mona.haddad@desk.example'],
		['o’brien@desk.example'.replace('’', "'"), "o'brien@desk.example"],
		['mona+desk@news.desk.example', 'mona+desk@news.desk.example'],
		['mona@xn--mgbh0fb.example', 'mona@xn--mgbh0fb.example'],
		['mona@مثال.example', 'mona@xn--mgbh0fb.example'],
		['mona@München.example', 'mona@xn--mnchen-3ya.example'],
		['mona@mu\u0308nchen.example', 'mona@xn--mnchen-3ya.example'],
		[`${'a'.repeat(64)}@desk.example`, `${'a'.repeat(64)}@desk.example`],
		[`a@${`${'b'.repeat(61)}.`.repeat(4)}ab`, `a@${`${'b'.repeat(61)}.`.repeat(4)}ab`],
	])('%j is %j', (typed, address) => {
		expect(readMailAddress(typed)).toBe(address)
	})

	test.each([
		['nothing', ''],
		['no @', 'mona.desk.example'],
		['two @', 'mona@desk@example.test'],
		['nothing before the @', '@desk.example'],
		['nothing after the @', 'mona@'],
		['a host without a dot', 'mona@localhost'],
		['an IPv4 address', 'mona@192.0.2.1'],
		['an address literal', 'mona@[192.0.2.1]'],
		['a name and an address', 'Mona <mona@desk.example>'],
		['two addresses', 'mona@desk.example,evil@other.example'],
		['two addresses with a blank', 'mona@desk.example evil@other.example'],
		['a second recipient smuggled in', 'a@b.test\r\nRCPT TO:<evil@x.test>'],
		['a header smuggled in', 'a@b.test\nBcc: evil@x.test'],
		['a line break within', 'a@b.\ntest'],
		['NUL', 'a\u0000@b.test'],
		['a blank within', 'a b@desk.example'],
		['a quoted part', '"a b"@desk.example'],
		['a comment', 'a(b)@desk.example'],
		['a route by percent', 'evil%other.example@desk.example'],
		['a route by exclamation mark', 'other!evil@desk.example'],
		['a pipe', '|mail@desk.example'],
		['dots in a row', 'a..b@desk.example'],
		['a dot at the beginning', '.a@desk.example'],
		['a dot at the end of the domain', 'a@desk.example.'],
		['a hyphen at the beginning of a label', 'a@-desk.example'],
		['a number for a top level', 'a@desk.123'],
		['a letter of another script before the @', 'mоna@desk.example'],
		['Arabic letters before the @', 'منى@desk.example'],
		['a Kelvin sign for a K', '\u212Aate@desk.example'],
		['an override of direction', 'a\u202E@desk.example'],
		['an isolate in the domain', 'a@\u2068desk.example\u2069'],
		['a mark of direction', '\u200Ea@desk.example'],
		['a joiner in the domain', 'a@de\u200Dsk.example'],
		['a soft hyphen in the domain', 'a@de\u00ADsk.example'],
		['a full-width letter', 'a@\uFF44esk.example'],
		['an ideographic full stop', 'a@desk\u3002example'],
		['a full-width @', 'a\uFF20desk.example'],
		['an underscore in the domain', 'a@de_sk.example'],
		['a percent sign in the domain', 'a@d%65sk.example'],
		['half a character', 'a@\ud800.example'],
		['more than 64 before the @', `${'a'.repeat(65)}@desk.example`],
		['more than 63 in a label', `a@${'b'.repeat(64)}.example`],
		['more than 254 in all', `aa@${`${'b'.repeat(62)}.`.repeat(4)}ab`],
	])('is null for %s', (_what, typed) => {
		expect(readMailAddress(typed)).toBeNull()
	})

	test('reads what it wrote as the same', () => {
		const once = readMailAddress('Mona@مثال.Example') ?? ''
		expect(readMailAddress(once)).toBe(once)
	})
})
