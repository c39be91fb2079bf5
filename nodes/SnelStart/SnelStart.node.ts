import { NodeConnectionTypes } from 'n8n-workflow';
import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';

import { runOperations } from '../shared/router';
import { testKeys } from '../shared/snelStart/credentialTest';
import { listSearch } from './listSearches';
import { resources } from './resources';

export class SnelStart implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'SnelStart',
		name: 'snelStart',
		icon: { light: 'file:../../icons/snelstart.svg', dark: 'file:../../icons/snelstart.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{$parameter["operation"] + ": " + $parameter["resource"]}}',
		description: 'Book orders and read the books in SnelStart',
		defaults: { name: 'SnelStart' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: [{ name: 'snelStartB2bApi', required: true, testedBy: 'testKeys' }],
		properties: [
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				options: [
					{ name: 'Action Price (Actieprijs)', value: 'actionPrice' },
					{ name: 'API Call', value: 'apiCall' },
					{ name: 'Article (Artikel)', value: 'article' },
					{ name: 'Bank Entry (Bankboeking)', value: 'bankEntry' },
					{ name: 'Bank Statement File (Bankafschriftbestand)', value: 'bankStatementFile' },
					{ name: 'Cash Entry (Kasboeking)', value: 'cashEntry' },
					{ name: 'Company (Administratie)', value: 'company' },
					{ name: 'Connection (Koppeling)', value: 'connection' },
					{ name: 'Cost Centre (Kostenplaats)', value: 'costCentre' },
					{ name: 'Country (Land)', value: 'country' },
					{ name: 'Credit Note (Creditnota)', value: 'creditNote' },
					{ name: 'Document', value: 'document' },
					{ name: 'Journal (Dagboek)', value: 'journal' },
					{ name: 'Ledger Account (Grootboekrekening)', value: 'ledgerAccount' },
					{ name: 'Ledger Mutation (Grootboekmutatie)', value: 'ledgerMutation' },
					{ name: 'Memorial Entry (Memoriaalboeking)', value: 'memorialEntry' },
					{ name: 'Open Item (Openstaande Post)', value: 'openItem' },
					{ name: 'OSS VAT Rate (Buitenlands Btw-Tarief)', value: 'ossVatRate' },
					{ name: 'Payment (Betaling)', value: 'payment' },
					{ name: 'Price Agreement (Prijsafspraak)', value: 'priceAgreement' },
					{ name: 'Purchase Entry (Inkoopboeking)', value: 'purchaseEntry' },
					{ name: 'Purchase Invoice (Inkoopfactuur)', value: 'purchaseInvoice' },
					{ name: 'Quote (Offerte)', value: 'quote' },
					{ name: 'Relation (Relatie)', value: 'relation' },
					{ name: 'Report (Rapportage)', value: 'report' },
					{ name: 'Revenue Group (Artikelomzetgroep)', value: 'revenueGroup' },
					{ name: 'Sales Entry (Verkoopboeking)', value: 'salesEntry' },
					{ name: 'Sales Invoice (Verkoopfactuur)', value: 'salesInvoice' },
					{ name: 'Sales Order (Verkooporder)', value: 'salesOrder' },
					{ name: 'Sales Order Template (Verkoopordersjabloon)', value: 'salesOrderTemplate' },
					{ name: 'VAT Rate (Btw-Tarief)', value: 'vatRate' },
					{ name: 'VAT Return (Btw-Aangifte)', value: 'vatReturn' },
				],
				default: 'salesEntry',
			},
			...Object.values(resources).flatMap(({ description }) => description),
		],
	};

	methods = { credentialTest: { testKeys }, listSearch };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const operations = Object.fromEntries(
			Object.entries(resources).map(([name, resource]) => [name, resource.operations]),
		);
		return await runOperations.call(this, operations);
	}
}
