/** Told of every node that a test runs as part of a template. */
export type NodeRunListener = (template: string, node: string) => void;

let listener: NodeRunListener | undefined;

/** For the mutation run of the templates, which wants to know what each test reaches. */
export function listenToNodeRuns(to: NodeRunListener | undefined): void {
	listener = to;
}

export const noteNodeRun: NodeRunListener = (template, node) => listener?.(template, node);
