'use strict';

const { existsSync, statfsSync } = require('node:fs');
const path = require('node:path');

const GIGABYTE = 1e9;

/** Bytes that may still be written where a folder is, or will be. */
function freeBytes(folder) {
	let existing = path.resolve(folder);
	while (!existsSync(existing)) existing = path.dirname(existing);
	const { bavail, bsize } = statfsSync(existing);
	return bavail * bsize;
}

/**
 * The sentence for a disk without enough room, or undefined when there is enough.
 * @param folder where the files will come
 * @param neededBytes room the files take
 * @param availableBytes room there is
 */
function diskTooSmall(folder, neededBytes, availableBytes = freeBytes(folder)) {
	if (availableBytes >= neededBytes) return undefined;
	const gigabytes = (bytes) => `${(bytes / GIGABYTE).toFixed(1)} GB`;
	return `The folder ${folder} needs ${gigabytes(neededBytes)} of free disk space and only ${gigabytes(availableBytes)} is available; free some space and start again.`;
}

module.exports = { GIGABYTE, diskTooSmall };
