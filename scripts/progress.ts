import { execFile } from 'node:child_process';

/** How far a long step is. */
export interface Progress {
	what: string;
	elapsedSeconds: number;
	/** Size of the folder that is being filled, in bytes; left out when it says nothing. */
	bytes?: number;
	/** What the folder measures when the step is finished, in bytes. */
	expectedBytes?: number;
	/** What the step usually takes, in seconds. */
	expectedSeconds?: number;
}

const duration = (seconds: number): string => {
	const whole = Math.round(seconds);
	return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
};

const gigabytes = (bytes: number): string => (bytes / 1e9).toFixed(1);

/** One line that tells how far a long step is: time gone by and, if known, the folder's size. */
export function progressText(progress: Progress): string {
	const { what, elapsedSeconds, bytes, expectedBytes, expectedSeconds } = progress;
	const usual = expectedSeconds ? ` (usually about ${duration(expectedSeconds)})` : '';
	const size =
		bytes !== undefined && expectedBytes !== undefined
			? `, ${gigabytes(bytes)} of about ${gigabytes(expectedBytes)} GB`
			: '';
	return `${what}: ${duration(elapsedSeconds)}${usual}${size}`;
}

/** Size of a folder in bytes; undefined when it cannot be measured (yet). */
function folderSize(folder: string): Promise<number | undefined> {
	return new Promise((resolve) => {
		execFile('du', ['-sk', folder], (_error, stdout) => {
			const kilobytes = Number.parseInt(stdout, 10);
			resolve(Number.isNaN(kilobytes) ? undefined : kilobytes * 1024);
		});
	});
}

export interface ProgressOptions {
	what: string;
	expectedSeconds: number;
	folder?: string;
	expectedBytes?: number;
}

/**
 * Shows that a long step is alive while it runs: one line rewritten every second on a terminal,
 * a new line every 30 seconds elsewhere (a log file).
 */
export async function withProgress<Result>(
	options: ProgressOptions,
	work: () => Promise<Result>,
): Promise<Result> {
	const { what, expectedSeconds, folder, expectedBytes } = options;
	const output = process.stderr;
	const started = Date.now();
	let bytes: number | undefined;
	let measuring = false;
	let measured = 0;
	// Measuring walks through the whole folder: not more often than every ten seconds.
	const measure = async () => {
		if (!folder || measuring || Date.now() - measured < 10_000) return;
		measuring = true;
		bytes = await folderSize(folder);
		measured = Date.now();
		measuring = false;
	};
	const text = () => {
		const elapsedSeconds = (Date.now() - started) / 1000;
		return progressText({ what, elapsedSeconds, bytes, expectedBytes, expectedSeconds });
	};
	const tick = () => {
		void measure();
		output.write(output.isTTY ? `\r\u001b[2K${text()}` : `${text()}\n`);
	};
	if (!output.isTTY) output.write(`${what} (usually about ${duration(expectedSeconds)}) …\n`);
	const timer = setInterval(tick, output.isTTY ? 1_000 : 30_000);
	try {
		return await work();
	} finally {
		clearInterval(timer);
		if (output.isTTY) output.write('\r\u001b[2K');
	}
}
