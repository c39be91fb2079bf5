import {
	closeSync,
	openSync,
	readFileSync,
	rmSync,
	statSync,
	utimesSync,
	writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';

const HEARTBEAT = 5_000;
const ABANDONED_AFTER = 60_000;

interface Holder {
	pid: number;
	host: string;
}

/** Whether a process with this id runs on this machine. */
function isRunning(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}

/** Whether the holder of a lock file is gone: its process ended, or it gave no sign for a minute. */
export function isAbandoned(file: string, now = Date.now()): boolean {
	try {
		if (now - statSync(file).mtimeMs > ABANDONED_AFTER) return true;
		const holder = JSON.parse(readFileSync(file, 'utf8')) as Holder;
		return holder.host === hostname() && !isRunning(holder.pid);
	} catch {
		// Vanished or half written: the next attempt to take it tells.
		return false;
	}
}

/** Takes a lock file; false when somebody else has it. */
function take(file: string): boolean {
	try {
		const handle = openSync(file, 'wx');
		writeFileSync(handle, JSON.stringify({ pid: process.pid, host: hostname() }));
		closeSync(handle);
		return true;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
		throw error;
	}
}

/**
 * Runs work while holding a lock file, so that two set-ups never install into one folder at the
 * same time. A second one waits; the lock of a set-up that was killed is taken over.
 * @param onWait called once when the lock is somebody else's
 */
export async function withInstallLock<Result>(
	file: string,
	onWait: () => void,
	work: () => Promise<Result>,
): Promise<Result> {
	for (let told = false; !take(file); ) {
		if (isAbandoned(file)) {
			rmSync(file, { force: true });
			continue;
		}
		if (!told) onWait();
		told = true;
		await wait(1_000);
	}
	const release = () => rmSync(file, { force: true });
	const heartbeat = setInterval(() => {
		const now = new Date();
		utimesSync(file, now, now);
	}, HEARTBEAT);
	process.once('exit', release);
	try {
		return await work();
	} finally {
		clearInterval(heartbeat);
		process.removeListener('exit', release);
		release();
	}
}
