import { createRequire } from 'node:module';

/**
 * The vendor's own SDK (`jdcloud-sdk-js`), as far as tests need it: they compare our signatures and requests with
 * what it makes of the same input. It is installed in this folder, apart from the product, because it is old and
 * brings many packages that are older.
 */
interface Sdk {
  core: {
    config: { logger: (text: string, level?: string) => void };
    util: { date: { getDate: () => Date } };
    JCRequest: new (
      service: SdkService,
      path: string,
      method: string,
      pathParams: Record<string, string>,
      queryParams: Record<string, unknown>,
      headers: Record<string, string>,
      form: object,
      body: unknown,
      contentTypes: string[],
      accepts: string[],
      returnType: null,
    ) => SdkRequest;
  };
  SignerV2: new (request: SdkRequest, service: string) => SdkSigner;
  clients: Record<'vm' | 'vpc' | 'disk' | 'monitor', new (options: SdkOptions) => SdkService>;
}

interface SdkOptions {
  credentials: { accessKeyId: string; secretAccessKey: string };
  endpoint: { host: string; protocol: 'http' | 'https' };
  regionId?: string;
  logger: () => void;
}

/** A client. Each operation is a method: `(input, regionId)`, or `(input)` for the two without a region. */
type SdkService = Record<string, SdkCall | undefined>;
type SdkCall = (input: object, regionId?: string) => Promise<SdkReply>;

/** A reply's parsed body; a failure rejects with the same shape instead of an `Error`. */
export interface SdkReply {
  requestId?: string;
  result?: Record<string, unknown> | null;
  error?: { code: number; status: string; message: string; details?: unknown };
}

export interface SdkRequest {
  path: string;
  regionId: string;
  /** Of the SDK's own fetch library. */
  request: {
    method: string;
    url: string;
    headers: { forEach(visit: (value: string, name: string) => void): void };
    body: { toString(): string } | null;
  };
}

interface SdkSigner {
  addAuthorization(credentials: SdkOptions['credentials']): void;
  canonicalString(): string;
}

/**
 * Loads the SDK and silences it: as it comes, it prints every signature.
 * @throws Error that says how to install it
 */
export function loadSdk(): Sdk {
  const require = createRequire(import.meta.url);
  // The SDK has no types; those above describe what was seen of version 1.2.202.
  const load = (path: string): unknown => require(`jdcloud-sdk-js/src/${path}`) as unknown;
  try {
    require.resolve('jdcloud-sdk-js');
  } catch {
    throw new Error(
      "The vendor's SDK is not installed. Tests compare with it; run: npm ci --prefix tools/referee",
    );
  }
  const core = load('lib/core') as Sdk['core'];
  core.config.logger = () => {};
  return {
    core,
    clients: {
      vm: load('services/vm') as Sdk['clients']['vm'],
      vpc: load('services/vpc') as Sdk['clients']['vpc'],
      disk: load('services/disk') as Sdk['clients']['disk'],
      monitor: load('services/monitor') as Sdk['clients']['monitor'],
    },
    SignerV2: load('lib/signers/v2') as Sdk['SignerV2'],
  };
}

/** A client for one service of a cloud that listens at `host` (with port). */
export function sdkClient(
  sdk: Sdk,
  service: keyof Sdk['clients'],
  to: {
    host: string;
    accessKey: string;
    secretKey: string;
    protocol?: 'http' | 'https';
    regionId?: string;
  },
): SdkService {
  return new sdk.clients[service]({
    credentials: { accessKeyId: to.accessKey, secretAccessKey: to.secretKey },
    endpoint: { host: to.host, protocol: to.protocol ?? 'http' },
    regionId: to.regionId ?? 'cn-north-1',
    logger: () => {},
  });
}
