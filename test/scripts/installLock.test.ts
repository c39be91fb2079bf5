import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { isAbandoned, withInstallLock } from '../../scripts/installLock';

describe('install lock', () => {
	const folder = mkdtempSync(path.join(tmpdir(), 'install-lock-'));
	const file = path.join(folder, 'installing.lock');
	const NOBODY = 2 ** 22 + 1;

	afterEach(() => rmSync(file, { force: true }));
	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	it('lets the second wait for the first', async () => {
		const order: string[] = [];
		const onWait = jest.fn();
		const first = withInstallLock(file, onWait, async () => {
			await wait(200);
			order.push('first');
		});
		const second = withInstallLock(file, onWait, async () => order.push('second'));
		await Promise.all([first, second]);
		expect(order).toEqual(['first', 'second']);
		expect(onWait).toHaveBeenCalledTimes(1);
		expect(existsSync(file)).toBe(false);
	});

	it('is given back when the work fails', async () => {
		const failing = withInstallLock(file, jest.fn(), async () => {
			throw new Error('disk broke');
		});
		await expect(failing).rejects.toThrow('disk broke');
		expect(existsSync(file)).toBe(false);
	});

	it('is taken over from a process that is gone', async () => {
		writeFileSync(file, JSON.stringify({ pid: NOBODY, host: hostname() }));
		const onWait = jest.fn();
		await withInstallLock(file, onWait, async () => {});
		expect(onWait).not.toHaveBeenCalled();
	});

	it('of another machine counts as abandoned after a minute without a sign', () => {
		writeFileSync(file, JSON.stringify({ pid: NOBODY, host: 'elsewhere' }));
		expect(isAbandoned(file)).toBe(false);
		const longAgo = new Date(Date.now() - 61_000);
		utimesSync(file, longAgo, longAgo);
		expect(isAbandoned(file)).toBe(true);
	});
});
