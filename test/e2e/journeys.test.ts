/** What a shop owner and a bookkeeper do with the client, from its first day to the end of a month. */

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { Browser, Page } from 'playwright-core';

import { codes } from '../../bookkeeping/codes/register';
import type { Sandbox } from '../../sandbox/index';
import { guidFor } from '../../sandbox/snelstart/identity';
import { runHourly, runWorkflow } from '../../scripts/demoStage';
import type { DemoStage } from '../../scripts/demoStage';
import { visibleTexts } from '../support/visibleTexts';
import {
	approveThePreview,
	compareLastMonth,
	signTheMonthOff,
} from './support/journeys/bookkeeper';
import { approvingFirst, differByACent, giveLastMonth } from './support/journeys/month';
import { findTheMissingOrder } from './support/journeys/owner';
import { openDashboard } from './support/journeys/walk';
import { startStage, startStandIns } from './support/stage';

const OUTPUT = path.resolve(__dirname, '..', '..', 'test-output');

let sandbox: Sandbox;
let stage: DemoStage;
let browser: Browser;
let page: Page;

const entries = () => sandbox.snelStart.books.summary().salesEntries;
const cents = (amount: number): number => Math.round(amount * 100);
const total = (amounts: number[]): number => amounts.reduce((sum, one) => sum + one, 0);
const take = async (name: string, shown: Page, fullPage = true): Promise<void> => {
	await shown.screenshot({ path: path.join(OUTPUT, `${name}.png`), fullPage });
};
const walk = () => ({ stage, page, take });

beforeAll(async () => {
	await mkdir(OUTPUT, { recursive: true });
	sandbox = await startStandIns();
	giveLastMonth(sandbox);
	stage = await approvingFirst(await startStage(sandbox));
	await runHourly(stage);
	({ page, browser } = await openDashboard(stage));
});

afterAll(async () => {
	await browser?.close();
	await stage?.server.stop();
	await sandbox?.stop();
});

test('a bookkeeper looks at the preview and approves; only then it is booked', async () => {
	expect(entries()).toEqual([]);
	const { preview } = await approveThePreview(walk());
	// What the shop charged stands beside what would be booked.
	expect(preview).toMatch(/62[.,]3/);
	// 14 of WooCommerce and 12 of JouwWeb: what the demo books without asking.
	expect(entries()).toHaveLength(26);
});

test('a shop owner finds out why order 33 is missing, and processes it, all in Dutch', async () => {
	const found = await findTheMissingOrder(walk());
	stage = found.stage;

	const [entry] = entries().filter(({ factuurnummer }) => factuurnummer === 'W33');
	// A mug of 21.40 and 9.90 of shipping at 19 %, a cookbook of 22.93 at 7 %: 5.95 and 1.60 of VAT.
	expect(cents(entry!.factuurbedrag)).toBe(6178);
	const lines = entry!.boekingsregels.map(({ grootboek, bedrag }) => [grootboek.id, cents(bedrag)]);
	const [standard, reduced] = [8180, 8181].map((number) => guidFor('grootboek', String(number)));
	const on = (account: unknown) =>
		total(lines.filter(([id]) => id === account).map(([, amount]) => Number(amount)));
	expect([on(standard), on(reduced)]).toEqual([3130, 2293]);
	expect(total(lines.map(([, amount]) => Number(amount)))).toBe(6178);

	// No text of a page is what the same page says in English, but names and codes. What people chose
	// in the settings is judged by a test of its own.
	const { user, password } = stage.dashboard;
	const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
	const withoutSettings = found.read.filter(({ url }) => !url.includes('tab=configuration'));
	expect(withoutSettings.length).toBe(6);
	for (const { url, html } of withoutSettings) {
		expect([url, /<html lang="(\w+)"/.exec(html)?.[1]]).toEqual([url, 'nl']);
		expect(html).not.toMatch(/<span lang="en">[^<]/);
		const english = url.replace('language=nl', 'language=en');
		expect(english).not.toBe(url);
		const answer = await fetch(english, { headers: { authorization } });
		const said = new Set(visibleTexts(await answer.text()));
		const same = visibleTexts(html).filter((text) => said.has(text) && !isName(text));
		expect([url, same]).toEqual([url, []]);
	}
});

test('a bookkeeper signs last month off and takes it along; its sums are those of SnelStart', async () => {
	differByACent(sandbox);
	for (const shop of ['WooCommerce', 'JouwWeb']) {
		await runWorkflow(stage, `Daily payment matching ${shop}`, 'Every day');
	}
	await compareLastMonth(stage);
	const { csv, workbook, from, until } = await signTheMonthOff(walk(), stage.dashboard.user);

	const [signed] = await stage.server.client.rows('MonthSignOffs');
	expect(signed).toMatchObject({ month: from.slice(0, 7), signedBy: stage.dashboard.user });
	expect(JSON.parse(String(signed!.setAside))).toEqual([['woocommerce', '29', -1]]);

	const ofMonth = entries().filter(
		({ factuurdatum }) => factuurdatum.slice(0, 10) >= from && factuurdatum.slice(0, 10) <= until,
	);
	expect(ofMonth).toHaveLength(27);
	const inBooks = Object.fromEntries(
		ofMonth.map(({ factuurnummer, factuurbedrag }) => [factuurnummer, cents(factuurbedrag)]),
	);
	const [head, ...rows] = csv.trim().split('\r\n').map(cellsOf);
	const column = (name: string) => head!.indexOf(name);
	const amount = (row: string[], name: string) => Number(row[column(name)]!.replace(',', ''));
	const booked = rows.filter((row) => row[column('Toestand')] === 'geboekt');
	expect(
		Object.fromEntries(booked.map((row) => [row[column('SnelStart')], amount(row, 'Totaal')])),
	).toEqual(inBooks);
	// What an entry has beside its lines is VAT; of the German order it is a line, 7.55 as worked out above.
	const vat = ofMonth.map(({ factuurbedrag, boekingsregels }) =>
		total([cents(factuurbedrag), ...boekingsregels.map(({ bedrag }) => -cents(bedrag))]),
	);
	expect(total(booked.map((row) => amount(row, 'Btw')))).toBe(total(vat) + 755);
	const gross = total(Object.values(inBooks));
	expect(sheetSum(workbook, column('Totaal'))).toBe(gross);
});

/** The cells of a line of the file: semicolons between them, quotes around those that hold one or a comma. */
const cellsOf = (line: string): string[] =>
	[...line.matchAll(/(?:^|;)(?:"((?:[^"]|"")*)"|([^;]*))/g)].map(
		([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
	);

/** Adds a column of what is booked in the workbook up, in cents, with a reader that is not ours. */
function sheetSum(workbook: Buffer, column: number): number {
	const folder = mkdtempSync(path.join(tmpdir(), 'workbook-'));
	try {
		const file = path.join(folder, 'month.xlsx');
		writeFileSync(file, workbook);
		const script =
			'import sys,zipfile; z=zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; print(z.read("xl/worksheets/sheet1.xml").decode())';
		const sheet = execFileSync('python3', ['-c', script, file], { encoding: 'utf8' });
		const [, ...lines] = sheet.match(/<row>.*?<\/row>/g)!;
		return total(
			lines.filter(isBookedLine).map((line) => {
				const cell = line.match(/<c[^>]*?(?:\/>|>.*?<\/c>)/g)![column]!;
				return cents(Number(/<v>(.*?)<\/v>/.exec(cell)?.[1] ?? 0));
			}),
		);
	} finally {
		rmSync(folder, { recursive: true });
	}
}

/** Beside what is booked the workbook lists orders of the month that are nothing to book. */
const isBookedLine = (line: string): boolean => />geboekt</.test(line);

/** What both languages call alike: codes, and what shops, SnelStart and people gave names to. */
function isName(text: string): boolean {
	const { wooCommerce, jouwWeb, snelStart } = sandbox;
	const given = JSON.stringify([wooCommerce.orders, jouwWeb.orders, snelStart.books.summary()]);
	const names = ['woocommerce', 'jouwweb', 'my-client', 'Open', 'SnelStart', 'SnelStart-ID'];
	const isAccount = /^\d{4} /.test(text);
	return text in codes || names.includes(text) || isAccount || given.includes(JSON.stringify(text));
}
