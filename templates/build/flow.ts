import { idOf } from './ids';
import type { Json, Parameters } from './json';

/** What a node is: its type, the exact version of it, and its parameters. */
export interface Kind {
	type: string;
	version: number;
	/** A function when the parameters hold ids of their own: it is given a maker of them. */
	parameters: Parameters | ((id: (name: string) => string) => Parameters);
}

/** How a node runs, where that differs from once per item, stopping at an error. */
const manners = {
	/** For the first item only, not for each. */
	once: { executeOnce: true },
	/** Hands on one empty item when there is nothing. */
	evenWhenEmpty: { alwaysOutputData: true },
	/** What fails goes to an output of its own; see `Node.error`. */
	withErrorOutput: { onError: 'continueErrorOutput' },
	/** What fails goes the way of what did not: for a look-up that the others can do without. */
	evenWhenFailing: { onError: 'continueRegularOutput' },
	/** Three times, five seconds apart. */
	retried: { retryOnFail: true, maxTries: 3, waitBetweenTries: 5000 },
	/** Passed over until somebody switches it on. */
	switchedOff: { disabled: true },
} as const satisfies Record<string, Parameters>;

export type Manner = keyof typeof manners;

export type Position = [x: number, y: number];

/** One end of an arrow: the output of a node that it leaves, the input that it enters. */
export interface Port {
	node: string;
	output: number;
	input: number;
}

/** A node of a flow, as an end of arrows: by itself its first input and its first output. */
export class Node implements Port {
	readonly output = 0;
	readonly input = 0;

	constructor(readonly node: string) {}

	/** The output with this number, counted from 0. */
	out(output: number): Port {
		return { node: this.node, output, input: 0 };
	}

	/** The input with this number, counted from 0. */
	in(input: number): Port {
		return { node: this.node, output: 0, input };
	}

	/** An expression: a field of its first item. */
	first(field: string): string {
		return `={{ $('${this.node}').first().json.${field} }}`;
	}

	/** An expression: a field of the item that the present one comes from. */
	item(field: string): string {
		return `={{ $('${this.node}').item.json.${field} }}`;
	}

	/** Of a node that decides: what meets the condition. */
	get yes(): Port {
		return this.out(0);
	}

	/** Of a node that decides: what does not. */
	get no(): Port {
		return this.out(1);
	}

	/** Of a node with one output: what failed. */
	get error(): Port {
		return this.out(1);
	}
}

/** One arrow, or several that leave or enter together. */
type Ends = Port | Port[];

interface Target {
	node: string;
	type: string;
	index: number;
}

export interface Workflow {
	name: string;
	description: string;
	nodes: Array<Record<string, Json>>;
	connections: Record<string, Record<string, Target[][]>>;
	settings: Parameters;
}

export interface FlowOptions {
	name: string;
	/** What it is for, as n8n shows it in its list. */
	description: string;
	/**
	 * Runs that failed and runs that a person started are kept: nothing that it works on tells of a
	 * customer, and nothing is a key. But a failed run of Alerts, kept so that a failing alert is seen,
	 * holds the failed node's own words. Left out: n8n keeps no run, however it ended.
	 */
	keepsRuns?: true;
}

/** From the left edge of a node to that of the next one. */
const ROOM_BETWEEN = 200;
/** From the top of a node to that of what stands under it. */
const ROOM_ABOVE = 140;

/** A workflow in the making: nodes, then the arrows between them. */
export class Flow {
	private readonly nodes = new Map<string, Record<string, Json>>();
	private readonly arrows = new Map<string, Map<string, Target[][]>>();
	private readonly turns: Array<[earlier: string, later: string]> = [];

	constructor(private readonly options: FlowOptions) {}

	/**
	 * Puts a node on the canvas.
	 * @throws Error when there is a node of this name already
	 */
	add(name: string, position: Position, kind: Kind, ...how: Manner[]): Node {
		if (this.nodes.has(name)) throw new Error(`"${this.options.name}" has two nodes "${name}".`);
		const { type, version, parameters } = kind;
		const path = [this.options.name, name];
		this.nodes.set(name, {
			id: idOf(...path),
			name,
			type,
			typeVersion: version,
			position,
			parameters:
				typeof parameters === 'function'
					? parameters((inside) => idOf(...path, inside))
					: parameters,
			...Object.assign({}, ...how.map((manner) => manners[manner])),
		});
		return new Node(name);
	}

	/** Puts a note on the canvas: Markdown, size in pixels, one of n8n's colours (1 to 7). */
	note(
		name: string,
		position: Position,
		[width, height]: [width: number, height: number],
		content: string,
		color?: number,
	): void {
		this.add(name, position, {
			type: 'n8n-nodes-base.stickyNote',
			version: 1,
			parameters: { content, ...(color === undefined ? {} : { color }), width, height },
		});
	}

	/** Draws arrows along a row of nodes, from each to the next. */
	wire(...row: Ends[]): void {
		row.slice(1).forEach((to, index) => {
			for (const from of [row[index]!].flat()) {
				for (const { node, input } of [to].flat()) {
					this.draw(from.node, 'main', from.output, { node, type: 'main', index: input });
				}
			}
		});
	}

	/**
	 * Says that of the branches that leave one node this one runs to its end before the others begin.
	 * n8n goes by height on the canvas (execution order v1), so a node that is moved may change it.
	 * @throws Error when the workflow is made, and the canvas says otherwise
	 */
	runsFirst(earlier: Node, ...later: Node[]): void {
		this.turns.push(...later.map(({ node }): [string, string] => [earlier.node, node]));
	}

	private checkTurns(): void {
		for (const [earlier, later] of this.turns) {
			const [[x, y], [otherX, otherY]] = [earlier, later].map(
				(node) => this.nodes.get(node)!.position as Position,
			) as [Position, Position];
			if (y > otherY || (y === otherY && x >= otherX)) {
				const says = `"${earlier}" has to stand above "${later}": it runs first.`;
				throw new Error(`${this.options.name}: ${says}`);
			}
		}
	}

	/** Draws arrows from some outputs to as many inputs, from a first one on. */
	gather(from: Node, outputs: number[], to: Node, firstInput: number): void {
		outputs.forEach((output, index) => this.wire(from.out(output), to.in(firstInput + index)));
	}

	/** Gives an agent its model, memory or tools. */
	attach(agent: Node, kind: 'ai_languageModel' | 'ai_memory' | 'ai_tool', ...parts: Node[]): void {
		for (const { node } of parts) {
			this.draw(node, kind, 0, { node: agent.node, type: kind, index: 0 });
		}
	}

	/**
	 * Puts a node between one that is there and all that follows it, in a room of its own: what stands
	 * further right moves, and the notes under it get wider.
	 * @param add makes what stands in the room, which begins at the left edge that it is given, and
	 * returns the one that everything goes on from
	 */
	putBetween(before: Node, width: number, add: (left: number, y: number) => Node): void {
		const [x, y] = this.nodes.get(before.node)!.position as Position;
		for (const node of this.nodes.values()) {
			const [left, top] = node.position as Position;
			const { width: wide } = node.parameters as { width?: number };
			if (left > x) node.position = [left + width, top];
			else if (wide !== undefined && left + wide > x)
				node.parameters = { ...(node.parameters as Parameters), width: wide + width };
		}
		const next = this.arrows.get(before.node);
		this.arrows.delete(before.node);
		const between = add(x + ROOM_BETWEEN, y);
		this.wire(before, between);
		if (next) this.arrows.set(between.node, next);
	}

	/**
	 * Puts what runs before everything else that follows a node, above all that stands there.
	 * @param add makes it at the position that it is given, three nodes wide at most, and returns its
	 * first node
	 */
	putFirst(after: Node, add: (at: Position) => Node): void {
		const left = (this.nodes.get(after.node)!.position as Position)[0] + ROOM_BETWEEN;
		const there = [...this.nodes.values()].filter(({ position, parameters }) => {
			const [x] = position as Position;
			const { width = 0 } = parameters as { width?: number };
			return x + width >= left && x < left + 3 * ROOM_BETWEEN;
		});
		const others = this.arrows.get(after.node)?.get('main')?.flat() ?? [];
		const tops = [...there, ...others.map(({ node }) => this.nodes.get(node)!)].map(
			({ position }) => (position as Position)[1],
		);
		const first = add([left, Math.min(...tops) - ROOM_ABOVE]);
		this.runsFirst(first, ...others.map(({ node }) => new Node(node)));
		this.wire(after, first);
	}

	private draw(from: string, kind: string, output: number, target: Target): void {
		const kinds = this.arrows.get(from) ?? new Map<string, Target[][]>();
		const outputs = kinds.get(kind) ?? [];
		while (outputs.length <= output) outputs.push([]);
		outputs[output]!.push(target);
		this.arrows.set(from, kinds.set(kind, outputs));
	}

	/** The workflow as n8n imports it. */
	toWorkflow(): Workflow {
		this.checkTurns();
		const { name, description, keepsRuns = false } = this.options;
		const connected = [...this.nodes.keys()].filter((node) => this.arrows.has(node));
		return {
			name,
			description,
			nodes: [...this.nodes.values()],
			connections: Object.fromEntries(
				connected.map((node) => [node, Object.fromEntries(this.arrows.get(node)!)]),
			),
			settings: {
				executionOrder: 'v1',
				timezone: 'Europe/Amsterdam',
				// A failed run is told by Alerts; kept, it would hold whole orders.
				saveDataErrorExecution: keepsRuns ? 'all' : 'none',
				// A run that went well says nothing that the tables do not.
				saveDataSuccessExecution: 'none',
				saveManualExecutions: keepsRuns,
				// Else n8n's own setting decides, and a run writes down whole orders while it lasts.
				saveExecutionProgress: false,
				callerPolicy: 'workflowsFromSameOwner',
			},
		};
	}
}
