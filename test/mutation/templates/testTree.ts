import { bind } from 'jest-each';
import { expect } from 'expect';

type Body = () => unknown;

/** A `describe`, with what is done around its tests. */
interface Group {
	title: string;
	inside: Array<Group | Test>;
	hooks: Record<'beforeAll' | 'afterAll' | 'beforeEach' | 'afterEach', Body[]>;
}

export interface Test {
	title: string;
	run: Body;
}

/** What a test was called, with the groups that it stands in, and why it failed. */
export interface Failure {
	test: string;
	message: string;
}

const newGroup = (title: string): Group => ({
	title,
	inside: [],
	hooks: { beforeAll: [], afterAll: [], beforeEach: [], afterEach: [] },
});

const isTest = (one: Group | Test): one is Test => 'run' in one;

/**
 * Collects the tests that files declare with Jest's words, to be run in this process: Jest starts
 * its environment again for every run, which takes seconds for every change.
 */
export class TestTree {
	private readonly root = newGroup('');
	private open = [this.root];

	/** Makes Jest's words available to the files that are loaded next. */
	install(): void {
		const describe = (title: string, body: Body) => {
			const group = newGroup(title);
			this.top.inside.push(group);
			this.open.push(group);
			body();
			this.open.pop();
		};
		const test = (title: string, run: Body) => {
			this.top.inside.push({ title, run });
		};
		const words = {
			describe: Object.assign(describe, { each: bind(describe as never, false) }),
			test: Object.assign(test, { each: bind(test as never, false) }),
		};
		const hooks = Object.keys(this.root.hooks).map((name) => [
			name,
			(body: Body) => this.top.hooks[name as keyof Group['hooks']].push(body),
		]);
		const jest = { setTimeout: () => undefined };
		Object.assign(globalThis, words, Object.fromEntries(hooks), { it: words.test, expect, jest });
	}

	/** Runs the wanted tests one after the other, until the first that fails. */
	async run(wanted: (name: string) => boolean, onStart: (name: string) => void) {
		return await this.runGroup(this.root, [], [], wanted, onStart);
	}

	private get top(): Group {
		return this.open.at(-1)!;
	}

	private async runGroup(
		group: Group,
		titles: readonly string[],
		around: readonly Group[],
		wanted: (name: string) => boolean,
		onStart: (name: string) => void,
	): Promise<Failure | undefined> {
		const nameOf = ({ title }: { title: string }) => [...titles, title].join(' › ');
		const inside = group.inside.filter((one) => !isTest(one) || wanted(nameOf(one)));
		if (inside.length === 0) return undefined;
		const groups = [...around, group];
		try {
			onStart(nameOf({ title: '(before)' }));
			for (const before of group.hooks.beforeAll) await before();
			for (const one of inside) {
				const failure = isTest(one)
					? await this.runTest(one, nameOf(one), groups, onStart)
					: await this.runGroup(one, [...titles, one.title], groups, wanted, onStart);
				if (failure) return failure;
			}
		} catch (error) {
			return { test: nameOf({ title: '(before)' }), message: messageOf(error) };
		} finally {
			for (const after of group.hooks.afterAll) await after();
		}
		return undefined;
	}

	private async runTest(
		test: Test,
		name: string,
		around: readonly Group[],
		onStart: (name: string) => void,
	): Promise<Failure | undefined> {
		onStart(name);
		try {
			for (const { hooks } of around) for (const before of hooks.beforeEach) await before();
			await test.run();
			return undefined;
		} catch (error) {
			return { test: name, message: messageOf(error) };
		} finally {
			for (const { hooks } of around) for (const after of hooks.afterEach) await after();
		}
	}
}

const messageOf = (error: unknown): string =>
	error instanceof Error ? error.message : String(error);
