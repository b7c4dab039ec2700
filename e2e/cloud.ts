import { type APIRequestContext, expect } from '@playwright/test';

/** Orders a misbehaviour from the simulated cloud; see the simulator's control endpoint. */
interface Fault {
  kind: string;
  operation?: string;
  resourceId?: string;
  /** How often it happens; 0 = until the next order. Once by default. */
  times?: number;
  skip?: number;
  ms?: number;
  status?: string;
  code?: number;
  message?: string;
  bytes?: number;
  members?: readonly string[];
  text?: string;
}

export interface Instance {
  instanceId: string;
  instanceName: string;
  status: string;
  instanceType?: string;
  osType?: string;
  az?: string;
  vpcId?: string;
  privateIpAddress?: string;
  elasticIpAddress?: string;
  keyNames?: string[];
  secondaryNetworkInterfaces?: object[];
  charge?: { chargeMode?: string; chargeStatus?: string };
}

interface Image {
  imageId: string;
  name: string;
  status: string;
  imageSource: string;
}

interface Template {
  id: string;
  name: string;
  description?: string;
  instanceTemplateData: Record<string, unknown>;
}

interface Subnet {
  subnetId: string;
  subnetName: string;
  vpcId: string;
}

interface Call {
  n: number;
  operation: string;
  region: string;
  resourceId?: string;
  input: Record<string, unknown>;
  code: number;
  status: string;
  requestId: string;
}

/** The simulated cloud behind the console, from the side a user never sees. */
export class Cloud {
  readonly #request: APIRequestContext;

  constructor(request: APIRequestContext) {
    this.#request = request;
  }

  /** The same fleet again, no faults, an empty log, a running clock. */
  reset = (reset: { seed?: string; instances?: number } = {}): Promise<void> =>
    this.#control({ reset, freeze: false, speed: 1 });

  /** Stops the cloud's clock: what is under way stays so until `advance`. */
  freeze = (): Promise<void> => this.#control({ freeze: true });
  advance = (milliseconds: number): Promise<void> => this.#control({ advance: milliseconds });
  order = (...faults: Fault[]): Promise<void> => this.#control({ faults });

  /** Calls that reached the cloud, oldest first. */
  async calls(operation?: string): Promise<Call[]> {
    const reply = await this.#request.get('/simulator/log?after=0');
    const { calls }: { calls: Call[] } = await reply.json();
    return calls.filter((call) => operation === undefined || call.operation === operation);
  }

  /** Instances of a region, as the cloud lists them now; at most 100. */
  async instances({ status = '', region = 'cn-north-1' } = {}): Promise<Instance[]> {
    const query = status ? `&filters.1.name=status&filters.1.values.1=${status}` : '';
    const path = `/api/vm/v1/regions/${region}/instances?pageSize=100${query}`;
    const reply = await this.#request.get(path);
    const { result }: { result: { instances: Instance[] } } = await reply.json();
    return result.instances;
  }

  /**
   * One of them with nothing special about it: every action its status allows is open.
   * @param suits what else is wanted of it.
   */
  async plain(
    status: string,
    suits: (instance: Instance) => boolean = () => true,
  ): Promise<Instance> {
    const found = (await this.instances({ status }))
      .filter(suits)
      .find(
        ({ charge, instanceType = '' }) =>
          charge?.chargeMode === 'postpaid_by_duration' &&
          charge.chargeStatus === 'normal' &&
          !instanceType.endsWith('.metal'),
      );
    if (!found) throw new Error(`The fleet has no plain ${status} instance`);
    return found;
  }

  /** An interface by its name, as the cloud tells of it. */
  async freeInterface(name: string): Promise<{ vpcId: string }> {
    const path = '/api/vpc/v1/regions/cn-north-1/networkInterfaces/';
    const query = `filters.1.name=networkInterfaceNames&filters.1.values.1=${name}`;
    const reply = await this.#request.get(`${path}?${query}`);
    const { result }: { result: { networkInterfaces: { vpcId: string }[] } } = await reply.json();
    const [found] = result.networkInterfaces;
    if (!found) throw new Error(`There is no interface ${name}`);
    return found;
  }

  /** The subnets of cn-north-1, as the cloud lists them now. */
  async subnets(): Promise<Subnet[]> {
    const path = '/api/vpc/v1/regions/cn-north-1/subnets/?pageSize=100';
    const { result }: { result: { subnets: Subnet[] } } = await (
      await this.#request.get(path)
    ).json();
    return result.subnets;
  }

  /** A plain one that has just been stopped, whatever else the fleet holds. */
  async stopped(): Promise<Instance> {
    const instance = await this.plain('running');
    await this.write(`/instances/${instance.instanceId}:stopInstance`);
    await this.advance(600_000);
    return instance;
  }

  /** An image of a region by its name, as the cloud has it now. */
  async image(name: string, { source = 'private', region = 'cn-north-1' } = {}): Promise<Image> {
    const path = `/api/vm/v1/regions/${region}/images?imageSource=${source}&pageSize=100`;
    const reply = await this.#request.get(path);
    const { result }: { result: { images: Image[] } } = await reply.json();
    const found = result.images.find((image) => image.name === name);
    if (!found) throw new Error(`There is no image ${name}`);
    return found;
  }

  /** A template of cn-north-1 by its name, as the cloud has it now. */
  async template(name: string): Promise<Template> {
    const reply = await this.#request.get(
      '/api/vm/v1/regions/cn-north-1/instanceTemplates?pageSize=100',
    );
    const { result }: { result: { instanceTemplates: Template[] } } = await reply.json();
    const found = result.instanceTemplates.find((template) => template.name === name);
    if (!found) throw new Error(`There is no template ${name}`);
    return found;
  }

  /** The text on an instance's screen, 25 lines of 80 columns. */
  async screen(instanceId: string): Promise<string> {
    const reply = await this.#request.get(`/simulator/vnc-screen?instanceId=${instanceId}`);
    const { lines }: { lines: string[] } = await reply.json();
    return lines.join('\n');
  }

  /** Does something behind the back of the page, as another operator would. */
  async write(path: string, data: object = {}): Promise<void> {
    const headers = { 'x-vm-console': '1' };
    const url = `/api/vm/v1/regions/cn-north-1${path}`;
    const reply = await this.#request.post(url, { data, headers });
    expect(reply.ok(), await reply.text()).toBe(true);
  }

  async #control(data: object): Promise<void> {
    const reply = await this.#request.post('/simulator/control', { data });
    expect(reply.ok(), await reply.text()).toBe(true);
  }
}
