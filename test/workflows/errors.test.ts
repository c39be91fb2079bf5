import { eachTemplate, wiredOutputs, ownNodes } from './templates';
import type { INode } from 'n8n-workflow';

/** Nodes that lead on to what they could not do. */
const hasErrorOutput = ({ onError }: INode): boolean => onError === 'continueErrorOutput';

/** How many outputs a node has before its error output, as far as templates use such nodes. */
function ordinaryOutputs({ type, parameters }: INode): number | undefined {
	if (type.endsWith('.webshopTransformer')) {
		const fewer: Record<string, number> = {
			attachCards: 1,
			attachDrafts: 4,
			checkRecorded: 1,
			checkTables: 2,
			chooseOrders: 1,
			claimNew: 3,
			compareCodes: 2,
			decideChanges: 1,
			decideClaims: 2,
			decideCursor: 1,
			decideCustomers: 1,
			decidePaidState: 1,
			decideResults: 3,
			decideRows: 7,
			draftArticles: 3,
			draftPeriod: 1,
			draftTotals: 2,
			listMembers: 1,
			findDoubled: 2,
			findPassedOver: 2,
			findUnchanged: 2,
			planPeriod: 1,
			planPapers: 1,
			planTotals: 4,
			lookAtFile: 1,
			lookUpTogether: 1,
			sortEntries: 3,
			comparePayments: 5,
			matchPayout: 4,
			measureTables: 2,
			checkOrders: 1,
			previewOrders: 3,
			writeOrderSheets: 2,
			readOrderFile: 3,
			addBatch: 1,
			countBatch: 1,
			writeAlert: 1,
			writeDigest: 1,
			writeOrderFilePage: 1,
			writePayoutPage: 1,
			writePlanPage: 1,
			writeProgressPage: 1,
			writeUndoPage: 1,
			undoBookings: 3,
			claimBadDebts: 3,
			settleUndone: 1,
		};
		return fewer[String(parameters.operation)] ?? 4;
	}
	if (type.endsWith('.webshopDashboardTrigger')) return 6;
	if (type.endsWith('.wooCommerceStoreTrigger')) return 3;
	if (type in ownNodes || type === 'n8n-nodes-base.dataTable') return 1;
	if (type === 'n8n-nodes-base.extractFromFile') return 1;
	if (type === 'n8n-nodes-base.set' || type === 'n8n-nodes-base.executeWorkflow') return 1;
	return undefined;
}

describe.each(eachTemplate)('%s', (_, template) => {
	it('wires every error output', () => {
		for (const node of template.nodes.filter(hasErrorOutput)) {
			const errorOutput = ordinaryOutputs(node);
			expect([node.name, errorOutput]).not.toEqual([node.name, undefined]);
			expect([node.name, wiredOutputs(template, node)]).toEqual([
				node.name,
				expect.arrayContaining([errorOutput]),
			]);
		}
	});

	it('wires no error output that the node does not have', () => {
		for (const node of template.nodes.filter((one) => !hasErrorOutput(one))) {
			const outputs = ordinaryOutputs(node);
			if (outputs === undefined) continue;
			const beyond = wiredOutputs(template, node).filter((index) => index >= outputs);
			expect([node.name, beyond]).toEqual([node.name, []]);
		}
	});

	it('swallows no error: no node goes on as if nothing had happened', () => {
		const silent = template.nodes.filter(
			(node) => node.onError === 'continueRegularOutput' || node.continueOnFail === true,
		);
		// Without its rows every order goes the usual way: nothing is passed by.
		const without = silent.filter(({ name }) => name !== 'Find known rows');
		expect(without.map(({ name }) => name)).toEqual([]);
	});

	// n8n takes any answer for the last page, refusals too, unless the expression says otherwise.
	it('takes only a list for the last page of a paged request', () => {
		for (const { name, parameters } of template.nodes) {
			const options = parameters.options as { pagination?: { pagination: object } } | undefined;
			if (!options?.pagination) continue;
			const complete = expect.stringMatching(/^=\{\{ Array\.isArray\(\$response\.body\./);
			expect([name, options.pagination.pagination]).toEqual([
				name,
				expect.objectContaining({ completeExpression: complete, limitPagesFetched: false }),
			]);
		}
	});

	it('uses every outcome of the transformer: no order may fall out', () => {
		for (const node of template.nodes.filter(({ type }) => type.endsWith('.webshopTransformer'))) {
			// What is last answers the workflow that called.
			if (['checkRecorded', 'countBatch'].includes(String(node.parameters.operation))) continue;
			// It is asked again with older rows, and tells then.
			if (node.name === 'Find orders without row') continue;
			// What a preview comes to per account holds no order.
			if (node.parameters.operation === 'previewOrders') continue;
			// A sync counts the rows that stand unchanged by name; a file has them wired.
			const decides = template.nodes.find(({ name }) => name === 'Decide cursor');
			if (node.name === 'Find unchanged' && decides) {
				expect(decides.parameters.recordedIds).toContain("$('Find unchanged').all(1)");
				continue;
			}
			const outputs = Array.from({ length: ordinaryOutputs(node)! }, (_output, index) => index);
			expect([node.name, wiredOutputs(template, node)]).toEqual([
				node.name,
				expect.arrayContaining(outputs),
			]);
		}
	});
});
