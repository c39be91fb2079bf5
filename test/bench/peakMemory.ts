import { readFileSync, readdirSync, writeFileSync } from 'node:fs';

const MEGABYTE = 1024;

/** The peak memory of the n8n that works in this user folder. Linux only. */
export interface PeakMemory {
	/** Forgets the peak so far. */
	restart(): void;
	/** Megabytes since the last restart: what the process held at most, and what it held then. */
	read(): { peak: number; start: number };
}

function read(file: string): string {
	try {
		return readFileSync(file, 'utf8');
	} catch {
		return '';
	}
}

/** @throws Error when no such n8n runs */
function processOf(userFolder: string): string {
	const isN8n = (pid: string): boolean => {
		const [, program = ''] = read(`/proc/${pid}/cmdline`).split('\0');
		const environment = read(`/proc/${pid}/environ`).split('\0');
		return program.endsWith('/bin/n8n') && environment.includes(`N8N_USER_FOLDER=${userFolder}`);
	};
	const pid = readdirSync('/proc').find((name) => /^\d+$/.test(name) && isN8n(name));
	if (pid === undefined) throw new Error(`No n8n works in ${userFolder}.`);
	return pid;
}

export function peakMemoryOf(userFolder: string): PeakMemory {
	const pid = processOf(userFolder);
	const field = (name: string): number =>
		Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(read(`/proc/${pid}/status`))?.[1]) /
		MEGABYTE;
	let start = 0;
	return {
		restart() {
			// 5 sets the peak back to what is held now (man 5 proc).
			writeFileSync(`/proc/${pid}/clear_refs`, '5');
			start = field('VmRSS');
		},
		read: () => ({ peak: field('VmHWM'), start }),
	};
}
