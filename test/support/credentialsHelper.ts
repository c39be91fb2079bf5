import { ICredentialsHelper, Workflow } from 'n8n-workflow';
import type {
	IAuthenticateGeneric,
	ICredentialDataDecryptedObject,
	ICredentials,
	ICredentialType,
	IDataObject,
	IHttpRequestHelper,
	IHttpRequestOptions,
	INode,
	INodeCredentialsDetails,
	INodeProperties,
	INodeType,
	INodeTypes,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';

import { JouwWebOAuth2Api } from '../../credentials/JouwWebOAuth2Api.credentials';
import { JouwWebTokenApi } from '../../credentials/JouwWebTokenApi.credentials';
import { SnelStartB2bApi } from '../../credentials/SnelStartB2bApi.credentials';
import { WooCommerceStoreApi } from '../../credentials/WooCommerceStoreApi.credentials';

/** Credential values by credential type. The objects are live: a renewed token is written back. */
export type CredentialData = Record<string, ICredentialDataDecryptedObject>;

const ownTypes: Record<string, ICredentialType> = Object.fromEntries(
	[
		new JouwWebOAuth2Api(),
		new JouwWebTokenApi(),
		new SnelStartB2bApi(),
		new WooCommerceStoreApi(),
	].map((type) => [type.name, type]),
);

/**
 * Does with our credential classes what n8n does: fills in defaults, gets a token when the
 * expirable property is empty or was refused, and applies `authenticate` in both its forms.
 */
export class CredentialsHelper extends ICredentialsHelper {
	constructor(private readonly data: CredentialData) {
		super();
	}

	getParentTypes(name: string): string[] {
		return ownTypes[name]?.extends ?? [];
	}

	isCredentialUsableByNode(): boolean {
		return true;
	}

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
		options: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		const authenticate = ownTypes[typeName]?.authenticate;
		if (authenticate === undefined) return options;
		return typeof authenticate === 'function'
			? await authenticate(credentials, options)
			: applyGeneric(authenticate, credentials, options);
	}

	async preAuthentication(
		helpers: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
		node: INode,
		credentialsExpired: boolean,
	): Promise<ICredentialDataDecryptedObject | undefined> {
		const expirable = this.getCredentialsProperties(typeName).find(
			(property) => property.typeOptions?.expirable === true,
		);
		if (expirable === undefined) return undefined;
		if (credentials[expirable.name] !== '' && !credentialsExpired) return undefined;
		const output = await this.runPreAuthentication(helpers, credentials, typeName);
		if (output?.[expirable.name] === undefined) return undefined;
		const details = node.credentials?.[typeName];
		if (details) await this.updateCredentials(details, typeName, output);
		return Object.assign(credentials, output);
	}

	async runPreAuthentication(
		helpers: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
	): Promise<ICredentialDataDecryptedObject | undefined> {
		const output = await ownTypes[typeName]?.preAuthentication?.call(helpers, credentials);
		return output as ICredentialDataDecryptedObject | undefined;
	}

	async getCredentials(): Promise<ICredentials> {
		throw new Error('Encrypted credentials are not needed here');
	}

	async getDecrypted(
		_additionalData: IWorkflowExecuteAdditionalData,
		_details: INodeCredentialsDetails,
		type: string,
	): Promise<ICredentialDataDecryptedObject> {
		const values = this.data[type];
		if (values === undefined) throw new Error(`No credentials of type ${type} were given`);
		const defaults = Object.fromEntries(
			this.getCredentialsProperties(type).map(({ name, default: value }) => [name, value]),
		);
		return { ...defaults, ...values } as ICredentialDataDecryptedObject;
	}

	async updateCredentials(
		_details: INodeCredentialsDetails,
		type: string,
		data: ICredentialDataDecryptedObject,
	): Promise<void> {
		this.data[type] = Object.assign(this.data[type] ?? {}, data);
	}

	async updateCredentialsOauthTokenData(
		details: INodeCredentialsDetails,
		type: string,
		data: ICredentialDataDecryptedObject,
	): Promise<void> {
		await this.updateCredentials(details, type, data);
	}

	getCredentialsProperties(type: string): INodeProperties[] {
		return ownTypes[type]?.properties ?? [];
	}
}

/** Fills `{{$credentials.x}}` in header, query, body and basic auth of a generic authentication. */
function applyGeneric(
	authenticate: IAuthenticateGeneric,
	credentials: ICredentialDataDecryptedObject,
	options: IHttpRequestOptions,
): IHttpRequestOptions {
	const { headers, qs, body, auth } = fill(authenticate.properties, credentials);
	const asObject = (value: unknown) => (value ?? {}) as IDataObject;
	return {
		...options,
		...(headers && { headers: { ...options.headers, ...headers } as IDataObject }),
		...(qs && { qs: { ...options.qs, ...qs } as IDataObject }),
		...(body && { body: { ...asObject(options.body), ...asObject(body) } }),
		...(auth && { auth: auth as unknown as IHttpRequestOptions['auth'] }),
	};
}

const resolver = new Workflow({
	nodes: [],
	connections: {},
	active: false,
	nodeTypes: {
		getByName: () => undefined as unknown as INodeType,
		getByNameAndVersion: () => undefined as unknown as INodeType,
		getKnownTypes: () => ({}),
	} satisfies INodeTypes,
});

const nowhere: INode = {
	id: 'credential',
	name: 'Credential',
	type: 'credential',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

function fill(
	properties: IAuthenticateGeneric['properties'],
	credentials: ICredentialDataDecryptedObject,
): IAuthenticateGeneric['properties'] {
	const resolve = (value: unknown): unknown => {
		if (typeof value === 'string') {
			return resolver.expression.getSimpleParameterValue(
				nowhere,
				value,
				'internal',
				{ $credentials: credentials },
				undefined,
				'',
			);
		}
		if (typeof value !== 'object' || value === null) return value;
		return Object.fromEntries(
			Object.entries(value).map(([key, inner]) => [String(resolve(key)), resolve(inner)]),
		);
	};
	return resolve(properties) as IAuthenticateGeneric['properties'];
}
