import { copyFile, mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';

import type { Sandbox } from '../../sandbox';
import { runHourly, type DemoStage } from '../../scripts/demoStage';
import { startN8nWithNodes } from '../support/n8nServer';

const TABLES = ['WebshopOrders', 'BookingRecords', 'ClientSettings', 'SyncCursors'] as const;
/** What a backup of an n8n on SQLite is: its database with what it wrote last, and the key of its credentials. */
const FILES = /^(database\.sqlite(-wal|-shm)?|config)$/;

export interface BackupCampaign {
	stage: DemoStage;
	sandbox: Sandbox;
	/** An empty folder for the other n8n. */
	folder: string;
	say?: (line: string) => void;
}

type Row = Record<string, unknown>;

/** A row with its columns in one order. */
const textOf = (row: Row): string => JSON.stringify(Object.entries(row).sort());

/** What a campaign of backups judges by and orders with. */
export function benchOf({ sandbox, say = () => {} }: BackupCampaign): {
	/** What was told to be wrong. */
	faults: string[];
	/** The numbers of all sales entries. */
	entries: () => string[];
	expect: (what: string, isRight: boolean) => void;
	/** A customer orders what no. 29 did. */
	order: (id: number) => void;
} {
	const faults: string[] = [];
	const like = sandbox.wooCommerce.orders.find(({ id }) => id === 29)!;
	return {
		faults,
		entries: () =>
			sandbox.snelStart.books
				.summary()
				.salesEntries.map(({ factuurnummer }) => factuurnummer)
				.sort(),
		expect: (what, isRight) => {
			say(`${isRight ? 'right' : 'WRONG'}: ${what}`);
			if (!isRight) faults.push(what);
		},
		order: (id) => {
			const now = new Date().toISOString().slice(0, 19);
			const moments = { date_modified: now, date_modified_gmt: now };
			sandbox.wooCommerce.putOrder({ ...like, ...moments, id, number: String(id) });
		},
	};
}

/**
 * Books, makes a backup, books on, loses that n8n, and puts the backup into another one: tables,
 * settings and credentials are there, what was booked after the backup is found in SnelStart and taken
 * over, and nothing is booked twice.
 * @returns what is wrong
 */
export async function runBackup(campaign: BackupCampaign): Promise<string[]> {
	const { stage, folder, say = () => {} } = campaign;
	const { userFolder, email, password } = stage.server;
	const rows = async (): Promise<Record<string, Row[]>> =>
		Object.fromEntries(
			await Promise.all(
				TABLES.map(async (name) => [name, await stage.server.client.rows(name)] as const),
			),
		);
	const { faults, entries, expect, order } = benchOf(campaign);

	await runHourly(stage);
	const before = await rows();
	await stage.server.stop();
	await mkdir(path.join(folder, '.n8n'), { recursive: true });
	const files = (await readdir(path.join(userFolder, '.n8n'))).filter((name) => FILES.test(name));
	say(`the backup: ${files.join(', ')}`);
	for (const file of files) {
		await copyFile(path.join(userFolder, '.n8n', file), path.join(folder, '.n8n', file));
	}

	// Business goes on in the old one, until it is lost.
	stage.server = await startN8nWithNodes({ userFolder, owner: { email, password } });
	order(990_001);
	await runHourly(stage);
	expect('the order that came after the backup is booked', entries().includes('W990001'));
	const booked = entries();
	await stage.server.kill();

	stage.server = await startN8nWithNodes({ userFolder: folder, owner: { email, password } });
	const after = await rows();
	for (const name of TABLES) {
		const [was, is] = [before, after].map((all) => all[name]!.map(textOf).sort());
		const other = is!.filter((row) => !was!.includes(row)).length;
		expect(
			`${name}: ${was!.length} rows, then ${is!.length}, of which ${other} differ`,
			was!.length === is!.length && other === 0,
		);
	}
	// It signs in at SnelStart and at both shops: the credentials can be read.
	await runHourly(stage);
	expect(`${booked.length} entries, none booked again`, String(entries()) === String(booked));
	const taken = (await rows()).WebshopOrders!.find(({ orderNumber }) => orderNumber === '990001');
	expect(
		'the order that came after the backup is taken over from SnelStart',
		taken?.state === 'booked' && taken.snelStartNumber === 'W990001',
	);
	return faults;
}
