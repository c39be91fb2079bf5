/** A zip archive of texts, stored as they are: what a workbook is made of. */
export function zipOf(files: Record<string, string>): Buffer {
	const parts: Buffer[] = [];
	const directory: Buffer[] = [];
	let offset = 0;
	for (const [name, text] of Object.entries(files)) {
		const data = Buffer.from(text);
		const title = Buffer.from(name);
		const about = Buffer.alloc(26);
		about.writeUInt16LE(20, 0);
		about.writeUInt32LE(crc32(data), 10);
		about.writeUInt32LE(data.length, 14);
		about.writeUInt32LE(data.length, 18);
		about.writeUInt16LE(title.length, 22);
		const local = Buffer.concat([Buffer.from('PK\x03\x04'), about, title, data]);
		const entry = Buffer.alloc(14);
		entry.writeUInt32LE(offset, 10);
		const made = Buffer.from([20, 0]);
		directory.push(Buffer.concat([Buffer.from('PK\x01\x02'), made, about, entry, title]));
		parts.push(local);
		offset += local.length;
	}
	const central = Buffer.concat(directory);
	const end = Buffer.alloc(18);
	end.writeUInt16LE(directory.length, 4);
	end.writeUInt16LE(directory.length, 6);
	end.writeUInt32LE(central.length, 8);
	end.writeUInt32LE(offset, 12);
	return Buffer.concat([...parts, central, Buffer.from('PK\x05\x06'), end]);
}

function crc32(data: Buffer): number {
	let crc = ~0;
	for (const byte of data) {
		crc ^= byte;
		for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
	}
	return ~crc >>> 0;
}
