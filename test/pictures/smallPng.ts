import { deflateSync } from 'node:zlib';
import type { Page } from 'playwright-core';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const MOST_COLOURS = 256;
const PALETTE_COLOUR = 3;

interface Pixels {
	width: number;
	height: number;
	/** Red, green, blue of each colour. */
	palette: number[][];
	/** One byte per pixel: the place of its colour in the palette; base64. */
	indexes: string;
}

/** Runs in the browser: the commonest colours of a picture, and which of them comes nearest per pixel. */
const reduceColours = `async ([picture, most]) => {
	const image = new Image();
	image.src = 'data:image/png;base64,' + picture;
	await image.decode();
	const { width, height } = image;
	const canvas = Object.assign(document.createElement('canvas'), { width, height });
	const context = canvas.getContext('2d');
	context.drawImage(image, 0, 0);
	const { data } = context.getImageData(0, 0, width, height);
	const colourAt = (i) => (data[i] << 16) | (data[i + 1] << 8) | data[i + 2];
	const counts = new Map();
	for (let i = 0; i < data.length; i += 4) {
		counts.set(colourAt(i), (counts.get(colourAt(i)) ?? 0) + 1);
	}
	const parts = (colour) => [colour >> 16, (colour >> 8) & 255, colour & 255];
	const far = (a, b) => (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2;
	const palette = [];
	for (const [colour] of [...counts].sort((a, b) => b[1] - a[1])) {
		if (palette.length === most) break;
		const rgb = parts(colour);
		if (palette.every((one) => far(one, rgb) > 24)) palette.push(rgb);
	}
	const nearest = new Map();
	const place = (colour) => {
		if (!nearest.has(colour)) {
			const distances = palette.map((one) => far(one, parts(colour)));
			nearest.set(colour, distances.indexOf(Math.min(...distances)));
		}
		return nearest.get(colour);
	};
	let text = '';
	for (let i = 0; i < data.length; i += 4) text += String.fromCharCode(place(colourAt(i)));
	return { width, height, palette, indexes: btoa(text) };
}`;

const crcTable = Array.from({ length: 256 }, (_, byte) => {
	let value = byte;
	for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
	return value >>> 0;
});

function crc(bytes: Buffer): number {
	let value = 0xffffffff;
	for (const byte of bytes) value = crcTable[(value ^ byte) & 0xff]! ^ (value >>> 8);
	return (value ^ 0xffffffff) >>> 0;
}

function chunk(type: string, content: Buffer): Buffer {
	const named = Buffer.concat([Buffer.from(type, 'latin1'), content]);
	const length = Buffer.alloc(4);
	length.writeUInt32BE(content.length);
	const sum = Buffer.alloc(4);
	sum.writeUInt32BE(crc(named));
	return Buffer.concat([length, named, sum]);
}

/** A PNG with a palette (one byte per pixel), as the PNG specification lays it out. */
function encode({ width, height, palette, indexes }: Pixels): Buffer {
	const header = Buffer.alloc(13);
	header.writeUInt32BE(width, 0);
	header.writeUInt32BE(height, 4);
	header[8] = 8;
	header[9] = PALETTE_COLOUR;
	const pixels = Buffer.from(indexes, 'base64');
	// Each row starts with its filter; none suits a palette best.
	const rows = Array.from({ length: height }, (_, y) =>
		Buffer.concat([Buffer.from([0]), pixels.subarray(y * width, (y + 1) * width)]),
	);
	return Buffer.concat([
		SIGNATURE,
		chunk('IHDR', header),
		chunk('PLTE', Buffer.from(palette.flat())),
		chunk('IDAT', deflateSync(Buffer.concat(rows), { level: 9 })),
		chunk('IEND', Buffer.alloc(0)),
	]);
}

/** The same picture in at most 256 colours: a quarter of the size, and flat areas stay flat. */
export async function smallPng(page: Page, picture: Buffer): Promise<Buffer> {
	const argument = JSON.stringify([picture.toString('base64'), MOST_COLOURS]);
	return encode(await page.evaluate<Pixels>(`(${reduceColours})(${argument})`));
}
