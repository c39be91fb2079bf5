import { fileForm } from '../../../bookkeeping/orderFile/fileForm';

const utf8 = (text: string) => new TextEncoder().encode(text);

it.each([
	['a;b\n1;2\n', ';', 'utf-8'],
	['a,b\r\n"1,5",2\r\n', ',', 'utf-8'],
	['a\tb\n1,2\t3,4\n', '\t', 'utf-8'],
	['a|b|c\n1|2|3\n', '|', 'utf-8'],
	// The comma of amounts is in every record, the semicolon more often.
	['a;b;c, d\n1,5;2;3\n', ';', 'utf-8'],
	['naam;plaats\nJosé;Curaçao\n', ';', 'utf-8'],
])('%j has the separator %j', (text, separator, encoding) => {
	expect(fileForm(utf8(text))).toEqual({ form: 'csv', separator, encoding });
});

it('does not look at what stands between quotes', () => {
	expect(fileForm(utf8('a;b\n"x, y\n, z";2\n'))).toMatchObject({ separator: ';' });
});

it.each([
	['utf-16le', Buffer.from('\uFEFFa;b\n1;2\n', 'utf16le')],
	['utf-16le', Buffer.from('a;b\n1;2\n', 'utf16le')],
	['utf-16be', Buffer.from('\uFEFFa;b\n1;2\n', 'utf16le').swap16()],
	['windows-1252', Buffer.from('naam;prijs\nJos\u00e9;\x80 5\n', 'latin1')],
])('tells %s', (encoding, bytes) => {
	expect(fileForm(bytes)).toEqual({ form: 'csv', separator: ';', encoding });
});

it.each([
	[[0x50, 0x4b, 0x03, 0x04, 0], { form: 'xlsx' }],
	[[0xd0, 0xcf, 0x11, 0xe0, 0], { form: 'xls' }],
	[[...utf8(' [{"a": 1}]')], { form: 'json', encoding: 'utf-8' }],
	[[...utf8('no table at all')], { form: 'unknown' }],
	[[0x25, 0x50, 0x44, 0x00, 0x00], { form: 'unknown' }],
	[[], { form: 'empty' }],
	[[...utf8('\uFEFF\r\n \t\r\n')], { form: 'empty' }],
	[[0xff, 0xfe], { form: 'empty' }],
	[[0xff, 0xfe, 0x0d, 0x00, 0x0a, 0x00], { form: 'empty' }],
])('of the bytes %j the form is %j', (bytes, form) => {
	expect(fileForm(Uint8Array.from(bytes))).toEqual(form);
});

it('looks no further into a file that is too large', () => {
	const MB = 1024 * 1024;
	const file = (start: number[], bytes: number) => {
		const all = new Uint8Array(bytes).fill(0x61);
		all.set(start);
		return fileForm(all);
	};
	const zip = [0x50, 0x4b, 0x03, 0x04];
	const old = [0xd0, 0xcf, 0x11, 0xe0];
	expect(file([0x61, 0x3b], 20 * MB + 1)).toEqual({ form: 'tooLarge', mostMb: 20 });
	expect(file(zip, 5 * MB)).toEqual({ form: 'xlsx' });
	expect(file(zip, 5 * MB + 1)).toEqual({ form: 'tooLarge', mostMb: 5 });
	expect(file(old, 5 * MB + 1)).toEqual({ form: 'tooLarge', mostMb: 5 });
});
