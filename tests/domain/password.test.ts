import { describe, expect, test } from 'vitest'
import { checkNewPassword, checkPasswordLength, readPassword } from '#app/domain/password.ts'

const owner = { email: 'huda.haddad@desk.example', name: 'هدى حداد' }
/** A list as short as a test needs it. */
const common = new Set(['password', 'dragon', 'letmein', 'p@ssw0rd', 'trustno1', '1qaz2wsx'])
const check = (typed: string, whose = owner) => checkNewPassword(typed, whose, (word) => common.has(word))

describe('the length of a password', () => {
	test.for([
		['', 'too-short'],
		['elevenchars', 'too-short'],
		['twelve chars', null],
		['قمر فوق تل', 'too-short'],
		['قمر فوق البحر', null],
		// One character to whoever typed it, two code units to a computer.
		['😀'.repeat(11), 'too-short'],
		['😀'.repeat(12), null],
		['x'.repeat(256), null],
		['😀'.repeat(256), null],
		['x'.repeat(257), 'too-long'],
		['x'.repeat(1_000_000), 'too-long'],
	] as const)('of %j is judged in characters: %s', ([typed, fault]) => {
		expect(checkPasswordLength(typed)).toBe(fault)
	})

	test('is that of its composed form, so that a keyboard that sends marks apart gains nothing', () => {
		expect(checkPasswordLength('é'.repeat(11).normalize('NFD'))).toBe('too-short')
		expect(checkPasswordLength('é'.repeat(256).normalize('NFD'))).toBeNull()
	})

	test('is refused without work when it is a megabyte', () => {
		const typed = 'é'.repeat(1_000_000).normalize('NFD')
		const began = performance.now()
		expect(checkNewPassword(typed, owner)).toBe('too-long')
		expect(performance.now() - began).toBeLessThan(50)
	})
})

describe('reading a password', () => {
	test('composes it and changes nothing else', () => {
		const typed = '  Café Ⅷ ﬁn  '
		expect(readPassword(typed.normalize('NFD'))).toBe(typed)
		expect(readPassword(typed)).toBe(typed)
	})
})

describe('a password that attackers try first is refused', () => {
	test.for([
		['with digits and signs round it', 'password12345'],
		['in capitals', '!!!PASSWORD!!!'],
		['with digits on both sides', '1234dragon5678'],
		['twice', 'passwordpassword'],
		['twice with a blank between', 'letmein letmein'],
		['twice and a number', 'letmeinletmein2026'],
		['with signs for letters', 'p@ssw0rd-2026'],
		['with other signs for letters', 'P455w0rd????'],
		['in letters of full width', 'ｐａｓｓｗｏｒｄ1234'],
		['as one letter', 'aaaaaaaaaaaa'],
		['as one sign', '!!!!!!!!!!!!'],
		['as three letters again and again', 'abcabcabcabca'],
		['as a stretch of the alphabet', 'ghijklmnopqr'],
		['as digits in a row', '234567890123'],
		['as digits backwards', '987654321098'],
		['as a row of a keyboard', 'qwertyuiopas'],
		['as a row of an Arabic keyboard', 'ضصثقفغعهخحجد'],
		['as the Arabic alphabet', 'ابتثجحخدذرزس'],
	] as const)('%s', ([, typed]) => {
		expect(check(typed)).toBe('common-password')
	})
})

describe('a password that is little more than one’s own words is refused', () => {
	test.for([
		['the product', 'Tadqiq-2026!!'],
		['the product in Arabic', 'تدقيق ٢٠٢٦ تدقيق'],
		['the product and a common word', 'tadqiqpassword'],
		['the mail address', 'huda.haddad@desk.example'],
		['the mailbox and a year', 'huda.haddad.1990'],
		['the domain', 'desk.example.1'],
		['the name', 'هدى حداد ١٩٩٠'],
		['a part of the name and digits in a row', 'حداد123456789'],
	] as const)('%s', ([, typed]) => {
		expect(check(typed)).toBe('common-password')
	})

	test('for nobody else', () => {
		expect(check('هدى حداد ١٩٩٠', { email: 'amal@desk.example', name: 'أمل' })).toBeNull()
	})

	test('even when nothing is known of the person but the product', () => {
		expect(check('tadqiqtadqiq', { email: '', name: '' })).toBe('common-password')
	})
})

describe('a password of any kind of characters is taken', () => {
	test.for([
		['small letters alone', 'nine patient lanterns'],
		['Arabic words', 'بحر هادئ وقمر بعيد'],
		['digits alone', '84736291735049'],
		['a sentence with one’s name in it', 'huda feeds the sparrows'],
		['a sentence with a common word in it', 'the dragon drinks cold tea'],
		['blanks at its ends', '  nine lanterns  '],
	] as const)('%s', ([, typed]) => {
		expect(check(typed)).toBeNull()
	})
})
