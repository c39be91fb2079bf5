const POLYNOMIAL = 0xedb88320;
const table = Array.from({ length: 256 }, (_, byte) => {
	let value = byte;
	for (let bit = 0; bit < 8; bit += 1) value = (value >>> 1) ^ (value & 1 ? POLYNOMIAL : 0);
	return value >>> 0;
});

/** CRC-32 as zip files carry it. */
function checksum(data: Buffer): number {
	let value = 0xffffffff;
	for (const byte of data) value = table[(value ^ byte) & 0xff]! ^ (value >>> 8);
	return (value ^ 0xffffffff) >>> 0;
}

const VERSION = 20;
const UTF8 = 0x0800;
/** As it is: n8n Cloud gives nodes no compression. */
const STORED = 0;
/** 1 January 1980, the first day that a zip file knows: the same files make the same bytes. */
const FIRST_DATE = 0x21;

function numbers(...fields: ReadonlyArray<readonly [bytes: 2 | 4, value: number]>): Buffer {
	return Buffer.concat(
		fields.map(([bytes, value]) => {
			const field = Buffer.alloc(bytes);
			field.writeUIntLE(value, 0, bytes);
			return field;
		}),
	);
}

/** Files with text as a zip file (APPNOTE 6.3): a header and the data of each, then the directory. */
export function zipped(files: Readonly<Record<string, string>>): Buffer {
	const bodies: Buffer[] = [];
	const directory: Buffer[] = [];
	let offset = 0;
	for (const [name, text] of Object.entries(files)) {
		const data = Buffer.from(text, 'utf8');
		const named = Buffer.from(name, 'utf8');
		const common = numbers(
			...([
				[2, VERSION],
				[2, UTF8],
				[2, STORED],
				[2, 0],
				[2, FIRST_DATE],
			] as const),
			...([
				[4, checksum(data)],
				[4, data.length],
				[4, data.length],
			] as const),
			...([
				[2, named.length],
				[2, 0],
			] as const),
		);
		const local = Buffer.concat([numbers([4, 0x04034b50]), common, named, data]);
		directory.push(
			numbers([4, 0x02014b50], [2, VERSION]),
			common,
			numbers([2, 0], [2, 0], [2, 0], [4, 0], [4, offset]),
			named,
		);
		bodies.push(local);
		offset += local.length;
	}
	const entries = Object.keys(files).length;
	const size = directory.reduce((all, { length }) => all + length, 0);
	const end = numbers(
		...([
			[4, 0x06054b50],
			[2, 0],
			[2, 0],
			[2, entries],
			[2, entries],
		] as const),
		...([
			[4, size],
			[4, offset],
			[2, 0],
		] as const),
	);
	return Buffer.concat([...bodies, ...directory, end]);
}
